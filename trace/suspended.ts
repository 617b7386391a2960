/** Tasks that were suspended to the end, and which of them wait for which. */

import type { Await, Graph, Task } from './graph.ts';
import { causeOf, type Cause } from './waits-on.ts';

export interface Suspended {
  readonly task: Task;
  readonly at: Await;
  /** What it waits for. */
  readonly cause: Cause;
  /** Suspended tasks without which it cannot go on. */
  readonly waitsFor: readonly Suspended[];
  /** Suspended tasks that cannot go on without it. */
  readonly waiters: readonly Suspended[];
}

interface Growing extends Suspended {
  readonly waitsFor: Growing[];
  readonly waiters: Growing[];
}

/** By number of the task. A generator that rests at a `yield` is not suspended: it waits to be asked. */
export function suspendedTasks(graph: Graph): ReadonlyMap<number, Suspended> {
  const suspended = new Map<number, Growing>();
  const { tasks, awaits } = graph.tables;
  for (let row = 1; row < tasks.end; row++) {
    const last = openAwait(graph, row);
    if (last === 0) continue;
    const [task, at] = [tasks.view(row), awaits.view(last)];
    suspended.set(task.id, { task, at, cause: causeOf(graph, at.on), waitsFor: [], waiters: [] });
  }
  for (const waiter of suspended.values()) {
    for (const { id } of tasksIn(waiter.cause)) {
      const awaited = suspended.get(id);
      if (awaited === undefined) continue;
      waiter.waitsFor.push(awaited);
      awaited.waiters.push(waiter);
    }
  }
  return suspended;
}

/** All that wait for a task, directly or through others, the nearest first. */
export function allWaiters(of: Suspended): Suspended[] {
  const found = new Set(of.waiters);
  for (const waiter of found) for (const next of waiter.waiters) if (next !== of) found.add(next);
  return [...found];
}

/** The row of the suspension that a task is in; 0 for none. */
function openAwait({ sites, tables: { tasks, awaits } }: Graph, task: number): number {
  const last = tasks.lastAwait[task]!;
  if (last === 0 || tasks.endedAt[task] !== Infinity || awaits.until[last] !== Infinity) return 0;
  const kind = sites.get(awaits.site[last]!)?.kind;
  return kind === 'yield' || kind === 'yieldAll' ? 0 : last;
}

/** The tasks without which what waits for a cause cannot go on. */
export function tasksIn(cause: Cause): Task[] {
  if (cause.kind === 'combined') return cause.causes.flatMap(tasksIn);
  return cause.kind === 'task' ? [cause.task] : [];
}
