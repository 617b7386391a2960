/** Where a rejection comes from, and who was to handle it. */

import type { Graph, PromiseNode, Task } from './graph.ts';
import { ownerOf } from './owner.ts';
import type { Reason } from '../shared/trace/reason.ts';

export interface RejectionLinks {
  /** The promise that was rejected first: the error has passed from it to others, up to the one that nobody handles. */
  readonly origin: PromiseNode;
  /** The task whose code made that promise; for the promise of a task, the one that started the task. */
  readonly creator: Task | undefined;
  /** The task whose code rejected it, by a call or by an exception of its own. */
  readonly rejecter: Task | undefined;
  /** The task that had the unhandled promise in its hands: it made it, or started the task whose promise it is. */
  readonly handler: Task | undefined;
  readonly reason: Reason | undefined;
}

/** Why a promise was rejected; `undefined` where that is not told. */
export const reasonOf = ({ promises, reasons }: Graph, promise: number): Reason | undefined =>
  reasons.get(promises.get(promise)?.reason ?? 0);

/** Who made, rejected and dropped a promise whose rejection nobody handles. */
export function linksOf(graph: Graph, unhandled: PromiseNode): RejectionLinks {
  const origin = originOf(graph, unhandled);
  return {
    origin,
    creator: ownerOf(graph, origin.context),
    rejecter: graph.tasks.get(origin.id) ?? ownerOf(graph, origin.settledBy),
    handler: ownerOf(graph, unhandled.context),
    reason: reasonOf(graph, unhandled.id),
  };
}

/**
 * Goes back from promise to promise. Of a promise that belongs to no task it is not told whether it was rejected: the
 * furthest task that ended with an exception is taken, or where there is none, the furthest promise.
 */
function originOf(graph: Graph, unhandled: PromiseNode): PromiseNode {
  const seen = new Set<number>();
  let furthestTask: PromiseNode | undefined;
  let at: PromiseNode | undefined = unhandled;
  let last = unhandled;
  while (at !== undefined && at.settled && !seen.has(at.id)) {
    seen.add(at.id);
    last = at;
    const outcome = at.follows === 0 ? graph.tasks.get(at.id)?.outcome : undefined;
    if (outcome === 'fulfilled') break;
    if (outcome === 'rejected') furthestTask = at;
    at = graph.promises.get(cameFrom(graph, at));
  }
  return furthestTask ?? last;
}

/** The promise from which one may have its error; 0 for none. */
function cameFrom(graph: Graph, { id, follows, parent, inputs, settledBy }: PromiseNode): number {
  if (follows !== 0) return follows;
  const task = graph.tasks.get(id);
  if (task !== undefined) return task.awaits.at(-1)?.on ?? 0;
  if (parent !== 0) return parent;
  // A combinator is rejected within the reaction to the input that was.
  const reaction = graph.promises.get(settledBy);
  return reaction !== undefined && inputs.includes(reaction.parent) ? reaction.parent : 0;
}
