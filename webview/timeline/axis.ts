/** Time on a line of pixels. */

import type { Window } from '../../shared/panel/tasks.ts';

/** Milliseconds: nothing shorter is told apart. */
const SHORTEST = 0.001;

export interface Axis {
  readonly window: Window;
  readonly pixels: number;
}

/** Pixels from the left for a moment, which may lie outside. */
export const xOf = ({ window, pixels }: Axis, ms: number): number =>
  ((ms - window.from) / (window.until - window.from)) * pixels;

/** The moment at so many pixels from the left. */
export const timeAt = ({ window, pixels }: Axis, x: number): number =>
  window.from + (x / pixels) * (window.until - window.from);

/** A window `factor` times as wide, in which `ms` stays where it is; within the whole of `duration`. */
export function zoomed({ from, until }: Window, ms: number, factor: number, duration: number): Window {
  const width = Math.max(SHORTEST, Math.min(duration, (until - from) * factor));
  const start = ms - ((ms - from) / (until - from)) * width;
  return within(start, width, duration);
}

/** A window of the same width, `by` milliseconds later; within the whole of `duration`. */
export const moved = ({ from, until }: Window, by: number, duration: number): Window =>
  within(from + by, until - from, duration);

/** A window that is `width` wide and begins at `start`, or as near to that as the whole of `duration` allows. */
export function within(start: number, width: number, duration: number): Window {
  const from = Math.max(0, Math.min(duration - width, start));
  return { from, until: from + width };
}

const PIXELS_BETWEEN = 100;

/** Round moments to be written along the axis. */
export function ticks({ window, pixels }: Axis): number[] {
  const rough = ((window.until - window.from) / pixels) * PIXELS_BETWEEN;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(it => it * power).find(it => it >= rough)!;
  const first = Math.ceil(window.from / step);
  const count = Math.floor(window.until / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step);
}
