/** The keyboard in the timeline. */

import type { Window } from '../../shared/panel/tasks.ts';
import { moved, zoomed } from './axis.ts';

interface Timeline {
  readonly window: Window;
  readonly duration: number;
  readonly choose: (window: Window | undefined) => void;
  /** By so many pixels. */
  readonly scroll: (by: number) => void;
  /** Goes to the next task in the direction of an arrow key. */
  readonly step: (key: string) => void;
  /** Goes to the code of the selected task. */
  readonly open: () => void;
}

const STEP_PIXELS = 48;
const IN = 0.7;

export const timelineKeys =
  ({ window, duration, choose, scroll, step, open }: Timeline) =>
  (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const width = window.until - window.from;
    const middle = window.from + width / 2;
    const keys: Readonly<Record<string, () => void>> = {
      '+': () => choose(zoomed(window, middle, IN, duration)),
      '=': () => choose(zoomed(window, middle, IN, duration)),
      '-': () => choose(zoomed(window, middle, 1 / IN, duration)),
      '0': () => choose(undefined),
      ArrowLeft: () => choose(moved(window, -width / 8, duration)),
      ArrowRight: () => choose(moved(window, width / 8, duration)),
      ArrowUp: () => scroll(-STEP_PIXELS),
      ArrowDown: () => scroll(STEP_PIXELS),
      Enter: open,
    };
    const isStep = event.shiftKey && event.key.startsWith('Arrow');
    const act = isStep ? () => step(event.key) : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
