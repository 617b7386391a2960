/** Slices: the times in which tasks run, between two suspensions. */

import type { Graph, Task, Ticks } from './graph.ts';

export interface Slice {
  readonly task: Task;
  readonly from: Ticks;
  readonly until: Ticks;
}

/** A slice that covers at least this part of what another one does is as much to blame. */
const AS_MUCH = 0.8;

/**
 * The slice that has most to do with a time. Slices lie inside of each other, where a task calls another one: of those
 * that cover about as much of the time, the shortest. `undefined` where no task ran. It looks at all slices.
 */
export function mainSliceIn(graph: Graph, from: Ticks, until: Ticks): Slice | undefined {
  let covered = 0;
  forEachSlice(graph, (_, start, end) => {
    covered = Math.max(covered, common(start, end, from, until));
  });
  if (covered === 0) return undefined;
  let shortest = { row: 0, from: -Infinity, until: Infinity };
  forEachSlice(graph, (row, start, end) => {
    if (common(start, end, from, until) < covered * AS_MUCH || end - start >= shortest.until - shortest.from) return;
    shortest = { row, from: start, until: end };
  });
  return { task: graph.tables.tasks.view(shortest.row), from: shortest.from, until: shortest.until };
}

const common = (start: Ticks, end: Ticks, from: Ticks, until: Ticks): Ticks =>
  Math.min(end, until) - Math.max(start, from);

/** `row` is that of the task. */
function forEachSlice(graph: Graph, look: (row: number, start: Ticks, end: Ticks) => void): void {
  const { awaits, tasks } = graph.tables;
  for (let suspension = 1; suspension < awaits.end; suspension++) {
    const before = awaits.before[suspension]!;
    const row = awaits.task[suspension]!;
    look(row, before === 0 ? tasks.startedAt[row]! : awaits.until[before]!, awaits.from[suspension]!);
  }
  for (let row = 1; row < tasks.end; row++) {
    const last = tasks.lastAwait[row]!;
    const end = Math.min(tasks.returnedAt.get(row), tasks.endedAt[row]!, graph.until);
    look(row, last === 0 ? tasks.startedAt[row]! : awaits.until[last]!, end);
  }
}
