/** Code that others wait for while it runs: what answers requests, and what runs among the callbacks of promises. */

import {
  isArrowFunction,
  isCallExpression,
  isFunctionExpression,
  type CallExpression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { chainCall, parentBeyondParentheses } from '../syntax/expressions.ts';
import { isAwaited, isPlainFunction } from '../syntax/functions.ts';
import { ask, type Asking } from '../engine/questions.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { calleeSymbol } from './callee.ts';
import { isHookOfCommand, takesCommand } from './commands.ts';
import { isOneOf } from './members.ts';
import { isThenable } from './promises.ts';

/** Why other code waits for a function: it answers requests, or runs among the callbacks of the event loop. */
export type AsyncContext = 'handler' | 'async';

/** `undefined` for a function that runs whenever its callers do, and for what a command line runs. */
export function* asyncContext(fn: Node, knowledge: BlockingKnowledge): Asking<AsyncContext | undefined> {
  const taker = takerOf(fn);
  if (taker && (yield* takesCommand(taker, knowledge))) return undefined;
  const around = taker && (yield* takerContext(taker, knowledge));
  if (around) return around;
  if (!isPlainFunction(fn) || !isAwaited(fn)) return undefined;
  return (yield* isHookOfCommand(fn, knowledge)) ? undefined : 'async';
}

/** Whether a function's syntax leaves it open that `asyncContext` finds one. */
export const mayHoldUpOthers = (fn: Node): boolean =>
  isPlainFunction(fn) && (isAwaited(fn) || takerOf(fn) !== undefined);

/** The call that a function, written in place, is an argument of. */
export function takerOf(fn: Node): CallExpression | undefined {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return undefined;
  const parent = parentBeyondParentheses(fn);
  return isCallExpression(parent) && parent.expression.end < fn.pos ? parent : undefined;
}

/** What a call makes of the functions that it is given. */
export function* takerContext(
  call: CallExpression | NewExpression,
  { handlers }: BlockingKnowledge,
): Asking<AsyncContext | undefined> {
  const chained = isCallExpression(call) ? chainCall(call) : undefined;
  if (chained) {
    const type = yield* ask('typeAt', chained.promise);
    return type && (yield* isThenable(type)) ? 'async' : undefined;
  }
  const symbol = yield* calleeSymbol(call.expression);
  return symbol && (yield* isOneOf(symbol, handlers)) ? 'handler' : undefined;
}
