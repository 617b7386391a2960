/** Who called off a task, by an `AbortController` or a deadline. */

import type { Reason } from '../shared/trace/reason.ts';
import type { Await, Graph, Task } from './graph.ts';
import { reasonOf } from './rejections.ts';
import { resourceKind } from './resource-kind.ts';
import { tasksIn } from './suspended.ts';
import { causeOf, type Cause } from './waits-on.ts';

/** The task whose code called it off, or what else did, such as the timer of `AbortSignal.timeout`. */
export type Aborter = Extract<Cause, { kind: 'settledBy' | 'resource' }>;

/**
 * `undefined` for a task that did not end since it was aborted, and where that is not told: an error of a class of the
 * program's own, given to `abort`, looks like any other.
 */
export function aborterOf(graph: Graph, task: Task): Aborter | undefined {
  const seen = new Set<number>();
  for (let at: Task | undefined = task; at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    const last = at.awaits.at(-1);
    if (last === undefined || !isAborted(graph, at)) return undefined;
    const cause = causeOf(graph, last.on);
    if (cause.kind === 'unknown') return settlerWithin(graph, at, last);
    if (cause.kind === 'settledBy' || cause.kind === 'resource') return cause;
    at = tasksIn(cause).find(it => isAborted(graph, it));
  }
  return undefined;
}

/**
 * Who settled the first of the promises that the task made for its last await: those of Node's own functions are of a
 * class of their own, of which V8 does not tell what comes from what.
 */
function settlerWithin(graph: Graph, { id }: Task, { from }: Await): Aborter | undefined {
  const { promises, tasks } = graph.tables;
  let [first, when] = [0, Infinity];
  for (let row = promises.find(id) + 1; row < promises.end; row++) {
    const at = promises.settledAt[row]!;
    if (promises.context[row] === id && promises.task[row] === 0 && at >= from && at < when) [first, when] = [row, at];
  }
  const by = promises.settledBy[first]!;
  if (tasks.find(by) !== 0) return { kind: 'settledBy', task: tasks.view(tasks.find(by)) };
  return by < 0 ? { kind: 'resource', resource: resourceKind(graph.resources.get(-by)?.type ?? '') } : undefined;
}

const isAborted = (graph: Graph, { id, outcome }: Task): boolean =>
  outcome === 'rejected' && isAbort(reasonOf(graph, id));

/** As platforms and libraries call it. */
const isAbort = (reason: Reason | undefined): boolean =>
  reason !== undefined &&
  (reason.name === 'AbortError' ||
    reason.name === 'TimeoutError' ||
    reason.code === 'ABORT_ERR' ||
    isAbort(reason.cause));
