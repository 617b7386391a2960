/** Whether a promise may leave the constructs around it before it settles. */

import {
  isCallExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  type CatchClause,
  type Expression,
} from '../syntax/ast.ts';
import { isAwaitedBefore } from '../syntax/awaited-before.ts';
import { chainCall, memberName, type ChainCall } from '../syntax/expressions.ts';
import type { Guard } from '../syntax/guards.ts';
import { isHandler, isPromiseName, withoutAssertions } from '../syntax/promise-parts.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { awaitable } from './awaitable.ts';
import { isThenable, unionParts } from './promises.ts';
import { rejectionsOf } from './rejections.ts';

/**
 * Whether nothing is lost when a promise is returned past its guards: `catch` has nothing to see where the promise
 * never rejects; `finally` and `using` come in time where it has settled, or does its own cleaning up.
 * @param canAwait whether the function is async; where it is not, its `catch` may be for other errors
 */
export function* escapesUnharmed(
  promise: Expression,
  type: TypeInfo,
  guards: readonly Guard[],
  canAwait: boolean,
): Asking<boolean> {
  if (isAwaitedBefore(promise) || (!canAwait && !(yield* isCertainlyThenable(type)))) return true;
  for (const guard of guards) if (!(yield* isUnneeded(guard, promise, canAwait))) return false;
  return true;
}

function* isUnneeded(guard: Guard, promise: Expression, canAwait: boolean): Asking<boolean> {
  const link = lastLink(promise);
  if (guard.kind !== 'catch') return link?.method === 'finally' || (yield* isSettled(promise));
  if (isHandler(link?.onRejected) || (!canAwait && rejectsInstead(guard.node))) return true;
  return (yield* rejectionsOf(promise, 'may-throw')).kind === 'never';
}

/** Where a value may be something else, the code around it is usually for that. */
function* isCertainlyThenable(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(type)) {
    if (!(part.flags & (TypeFlags.Null | TypeFlags.Undefined)) && !(yield* isThenable(part, 1))) return false;
  }
  return true;
}

/** `catch (error) { …; return Promise.reject(error); }`: it makes rejections of exceptions, and all of them are. */
function rejectsInstead({ block }: CatchClause): boolean {
  const last = block.statements.at(-1);
  const returned = last && isReturnStatement(last) ? last.expression : undefined;
  return returned !== undefined && promiseMethod(returned)?.name === 'reject';
}

function lastLink(promise: Expression): ChainCall | undefined {
  const call = withoutAssertions(promise);
  return isCallExpression(call) ? chainCall(call) : undefined;
}

/** `Promise.resolve(value)` and `Promise.reject(error)`. */
function* isSettled(promise: Expression): Asking<boolean> {
  const made = promiseMethod(promise);
  if (made?.name === 'reject') return true;
  if (made?.name !== 'resolve') return false;
  const type = made.argument && (yield* ask('typeAt', made.argument));
  return !type || (yield* awaitable(type)) === 'plain';
}

function promiseMethod(
  expression: Expression,
): { readonly name: string; readonly argument: Expression | undefined } | undefined {
  const call = withoutAssertions(expression);
  if (!isCallExpression(call) || !isPropertyAccessExpression(call.expression)) return undefined;
  const { expression: object } = call.expression;
  const name = memberName(call.expression);
  return name && isPromiseName(object) ? { name, argument: call.arguments[0] } : undefined;
}
