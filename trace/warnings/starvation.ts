/** Times in which tasks go on again and again, and nothing else does. */

import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Graph, Ticks } from '../graph.ts';

/** With fewer suspensions, a few long slices are to blame: these are blocks. */
const SUSPENSIONS_PER_MS = 0.1;
/** A slice that takes a larger part of the time is to blame by itself. */
const LARGEST_SLICE = 0.5;

/** Whether a time in which the event loop did not come round went to tasks that suspended and went on at once. */
export function isStarvation(graph: Graph, from: Ticks, until: Ticks): boolean {
  const rows = rowsWithin(graph, from, until);
  if (rows.length < ((until - from) / TICKS_PER_MS) * SUSPENSIONS_PER_MS) return false;
  return longestSlice(graph, rows, from, until) < (until - from) * LARGEST_SLICE;
}

/** The longest time in which nothing was suspended. */
function longestSlice({ tables: { awaits } }: Graph, rows: readonly number[], from: Ticks, until: Ticks): Ticks {
  let longest = 0;
  let before = from;
  for (const row of rows) {
    longest = Math.max(longest, awaits.from[row]! - before);
    before = awaits.from[row]!;
  }
  return Math.max(longest, until - before);
}

/** Rows of the suspensions that began and ended in a time. */
export function rowsWithin(graph: Graph, from: Ticks, until: Ticks): number[] {
  const { awaits } = graph.tables;
  const rows: number[] = [];
  for (let row = firstSuspension(graph, from); row < awaits.end && awaits.from[row]! < until; row++) {
    if (awaits.until[row]! <= until) rows.push(row);
  }
  return rows;
}

/** The row of the first suspension that began at a moment or later: rows are in the order of time. */
function firstSuspension({ tables: { awaits } }: Graph, at: Ticks): number {
  let low = 1;
  let high = awaits.end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (awaits.from[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
