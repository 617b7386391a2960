/** Moves in time by the pointer, with a button held down. */

import { useRef } from 'preact/hooks';
import type { Window } from '../../shared/panel/tasks.ts';
import { moved, timeAt, type Axis } from './axis.ts';

/** Handlers for the element that is dragged. */
export function useDrag(axis: Axis, duration: number, choose: (window: Window) => void) {
  const dragged = useRef<number | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent): void => void (dragged.current = event.offsetX),
    onPointerMove: (event: PointerEvent): void => {
      if (dragged.current === undefined || event.buttons === 0) return;
      const by = timeAt(axis, dragged.current) - timeAt(axis, event.offsetX);
      dragged.current = event.offsetX;
      choose(moved(axis.window, by, duration));
    },
    onPointerUp: (): void => void (dragged.current = undefined),
  };
}
