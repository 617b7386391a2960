/** Brings a task into view that was selected elsewhere. */

import { useEffect } from 'preact/hooks';
import type { Neighbour } from '../../shared/panel/graph.ts';
import type { Window } from '../../shared/panel/tasks.ts';
import { within } from './axis.ts';
import { LANE_HEIGHT, type Layout } from './layout.ts';

interface Timeline {
  readonly layout: Layout;
  readonly window: Window;
  readonly duration: number;
  readonly choose: (window: Window) => void;
  readonly scrolled: number;
  readonly height: number;
  readonly scrollTo: (top: number) => void;
}

/** Once for each task: who scrolls away from it afterwards means to. */
export function useReveal(task: Neighbour['task'], timeline: Timeline): void {
  useEffect(() => {
    if (task !== undefined) reveal(task, timeline);
  }, [task?.ref.thread, task?.ref.task]);
}

function reveal({ lane, window: { from, until } }: NonNullable<Neighbour['task']>, timeline: Timeline): void {
  const { layout, window, duration, choose, scrolled, height, scrollTo } = timeline;
  const top = layout.topOf(lane);
  if (top !== undefined && (top < scrolled || top + LANE_HEIGHT > scrolled + height)) scrollTo(top - height / 2);
  if (until >= window.from && from <= window.until) return;
  const width = window.until - window.from;
  choose(within((from + Math.min(until, duration) - width) / 2, width, duration));
}
