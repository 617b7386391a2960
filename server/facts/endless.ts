/** Loops that nothing in them ends. */

import { ask, TypeFlags, type Asking } from '../engine/questions.ts';
import { isAwaitExpression, isCallExpression, type Block, type Node } from '../syntax/ast.ts';
import { flowOf } from '../syntax/flow-graph.ts';
import { pointsOf, somePath } from '../syntax/flow.ts';
import { awaitContext, forEachOwnNode } from '../syntax/functions.ts';
import { conditionOf, type Loop } from '../syntax/idle-loop.ts';
import type { NamedIn } from './members.ts';
import { pauseOf } from './pauses.ts';

/**
 * Whether a loop of an async function never ends and never lets anything but microtasks run.
 * @param pauses functions of libraries that return the promise of a timer
 */
export function* holdsForEver(loop: Loop, pauses: readonly NamedIn[]): Asking<boolean> {
  const context = awaitContext(loop);
  if (conditionOf(loop) || context.kind !== 'async' || !context.function.body) return false;
  const suspensions = suspensionsWithin(loop, context.function.body as Block);
  if (!suspensions || (yield* endsTheProcess(loop))) return false;
  for (const suspension of suspensions) {
    const pause = isAwaitExpression(suspension) ? yield* pauseOf(suspension.expression, pauses) : undefined;
    if (pause !== 'microtask') return false;
  }
  return true;
}

/**
 * Where control is given away in a loop without a way out; `undefined` if there is one. An exception from a call
 * is one where the function catches it: that may be how the loop is meant to end.
 */
function suspensionsWithin(loop: Loop, body: Block): readonly Node[] | undefined {
  const flow = flowOf(body);
  const starts = pointsOf(flow, loop);
  const suspensions: Node[] = [];
  const wayOut =
    somePath(starts, 'any', point => (point === flow.exit ? 'goal' : 'pass')) ??
    somePath(starts, 'thrown', point => {
      if (point.kind === 'suspension') suspensions.push(point.node);
      return point === flow.failure ? 'goal' : 'pass';
    });
  return starts.length === 0 || wayOut ? undefined : suspensions;
}

/** By a call that does not return, such as `process.exit()`. */
function* endsTheProcess(loop: Loop): Asking<boolean> {
  const calls: Node[] = [];
  forEachOwnNode(loop.statement, node => {
    if (isCallExpression(node)) calls.push(node);
  });
  for (const call of calls) if (((yield* ask('typeAt', call))?.flags ?? 0) & TypeFlags.Never) return true;
  return false;
}
