/** In which state a task is: running, ready or suspended. */

import type { Graph, Ticks } from './graph.ts';

/**
 * When what a task awaits was settled, so that it can go on: from then on it is ready, and no longer suspended.
 * Infinity before that, and for a generator that rests at a `yield`: it goes on when it is asked for the next value.
 * @param suspension a row of `AwaitTable`
 */
export function readyAt(
  { tables: { awaits, promises }, sites }: Pick<Graph, 'tables' | 'sites'>,
  suspension: number,
): Ticks {
  if (awaits.until[suspension] !== Infinity) return awaits.readyAt[suspension]!;
  const kind = sites.get(awaits.site[suspension]!)?.kind;
  if (kind === 'yield' || kind === 'yieldAll') return Infinity;
  const on = awaits.on[suspension]!;
  const from = awaits.from[suspension]!;
  return on === 0 ? from : Math.max(from, promises.settledAt[promises.find(on)]!);
}
