/** Which tasks an export connects. */

import type { Graph } from '../graph.ts';
import { Causes, type Cause } from '../waits-on.ts';

/**
 * Row of the task on behalf of which a task runs: the one that started it, unless that had ended before; 0 for none.
 */
export function parentOf({ tables }: Graph, task: number): number {
  const { tasks } = tables;
  const owner = tables.ownerOf(tasks.context[task]!);
  return tasks.endedAt[owner]! > tasks.startedAt[task]! ? owner : 0;
}

/** Numbers of the tasks that an await waits for, each once. */
export function awaitedTasks(causes: Causes, promise: number): number[] {
  if (promise === 0) return [];
  const seen = new Set<Cause>([causes.of(promise)]);
  const tasks = new Set<number>();
  for (const cause of seen) {
    if (cause.kind === 'combined') for (const part of cause.causes) seen.add(part);
    else if (cause.kind === 'task' || cause.kind === 'settledBy') tasks.add(cause.task.id);
  }
  return [...tasks];
}
