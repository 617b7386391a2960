/**
 * The wheel in the timeline: it scrolls, with Ctrl it zooms at the pointer, with Shift or sideways it moves in time.
 */

import type { Window } from '../../shared/panel/tasks.ts';
import { moved, timeAt, zoomed, type Axis } from './axis.ts';

interface Timeline {
  readonly axis: Axis;
  readonly duration: number;
  readonly choose: (window: Window | undefined) => void;
  /** By so many pixels. */
  readonly scroll: (by: number) => void;
}

/** For each pixel that the wheel turns. */
const ZOOM = 1.002;

export const timelineWheel =
  ({ axis, duration, choose, scroll }: Timeline) =>
  (event: WheelEvent): void => {
    event.preventDefault();
    const { window, pixels } = axis;
    const sideways = event.deltaX || (event.shiftKey ? event.deltaY : 0);
    if (event.ctrlKey || event.metaKey)
      choose(zoomed(window, timeAt(axis, event.offsetX), ZOOM ** event.deltaY, duration));
    else if (sideways !== 0) choose(moved(window, (sideways / pixels) * (window.until - window.from), duration));
    else scroll(event.deltaY);
  };
