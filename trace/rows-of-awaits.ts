/** Awaits in a row that could overlap. */

import type { Await, Graph, Task, Ticks } from './graph.ts';
import { causeOf } from './waits-on.ts';

export interface AwaitInRow {
  readonly at: Await;
  readonly awaited: Task;
}

/** Awaits that follow one another, each of a task of one and the same function that was started just for it. */
export function* rowsOfAwaits(graph: Graph, { id, kind, awaits }: Task): Generator<AwaitInRow[]> {
  let row: AwaitInRow[] = [];
  for (const [at, it] of awaits.entries()) {
    const step = stepAt(graph, id, it, awaits[at - 1]);
    // What the code of a file awaits line by line are the steps of a script, not the rounds of a loop.
    const isNext = kind !== 'module' || it.site === row.at(-1)?.at.site;
    if (step !== undefined && isNext && step.awaited.site === row.at(-1)?.awaited.site) row.push(step);
    else {
      if (row.length > 1) yield row;
      row = step === undefined ? [] : [step];
    }
  }
  if (row.length > 1) yield row;
}

/** A task that failed is none: what comes after it may be another try. */
function stepAt(graph: Graph, task: number, at: Await, before: Await | undefined): AwaitInRow | undefined {
  if (at.until === undefined || at.on === 0) return undefined;
  const cause = causeOf(graph, at.on);
  if (cause.kind !== 'task' || cause.task.outcome !== 'fulfilled') return undefined;
  const { context, startedAt, endedAt } = cause.task;
  const startedForIt = context === task && startedAt >= (before?.until ?? 0) && endedAt! >= at.from;
  return startedForIt ? { at, awaited: cause.task } : undefined;
}

/** How long they took, one after the other. */
export const totalOf = (row: readonly AwaitInRow[]): Ticks => sum(row.map(waitedFor));

const waitedFor = ({ at }: AwaitInRow): Ticks => at.until! - at.from;

/** How much sooner they would have been done at the same time. */
export function savedBy(row: readonly AwaitInRow[]): Ticks {
  const times = row.map(waitedFor);
  return sum(times) - times.reduce((longest, time) => Math.max(longest, time), 0);
}

const sum = (times: readonly Ticks[]): Ticks => times.reduce((total, time) => total + time, 0);
