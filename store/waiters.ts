/** Who waits for a task. */

import type { Graph, Task } from '../trace/graph.ts';

/** The tasks that await a task's promise, or one that comes of it, at most `most`; the last that began to come last. */
export function waitersOf(graph: Graph, task: number, most: number): Task[] {
  const { awaits, tasks } = graph.tables;
  const derived = derivedFrom(graph, task);
  const found = new Set<number>();
  for (let row = 1; row < awaits.end && found.size < most; row++) {
    if (derived.has(awaits.on[row]!)) found.add(awaits.task[row]!);
  }
  return Array.from(found, row => tasks.view(row));
}

/** A promise and all that takes its outcome from it. */
function derivedFrom(graph: Graph, promise: number): ReadonlySet<number> {
  const derived = new Set([promise]);
  const { promises } = graph.tables;
  // What derives from a promise was mostly made after it: the second look finds hardly ever anything.
  for (let known = 0; known < derived.size; ) {
    known = derived.size;
    for (let row = 1; row < promises.end; row++) if (isFrom(graph, row, derived)) derived.add(promises.id[row]!);
  }
  return derived;
}

function isFrom({ tables: { promises } }: Graph, row: number, sources: ReadonlySet<number>): boolean {
  if (sources.has(promises.parent[row]!) || sources.has(promises.follows[row]!)) return true;
  const inputs = promises.lastInput[row]!;
  return inputs !== 0 && promises.inputs.upTo(inputs).some(input => sources.has(input));
}
