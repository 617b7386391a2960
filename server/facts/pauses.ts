/** What an `await` waits for where it waits for nothing in particular: a timer, or the next microtask. */

import {
  isArrowFunction,
  isBlock,
  isCallExpression,
  isAwaitExpression,
  isExpressionStatement,
  isIdentifier,
  isNewExpression,
  isReturnStatement,
  type Expression,
  type NewExpression,
} from '../syntax/ast.ts';
import { executorOf, onlyExpression } from '../syntax/executors.ts';
import { calleeName, isConstant } from '../syntax/expressions.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { isOneOf, type NamedIn } from './members.ts';

/** Before a `timer` everything else may run, before a `microtask` no I/O and no timer. */
export type Pause = 'timer' | 'microtask';

const SCHEDULERS: ReadonlyMap<string | undefined, Pause> = new Map([
  ['nextTick', 'microtask'],
  ['queueMicrotask', 'microtask'],
  ['requestAnimationFrame', 'timer'],
  ['requestIdleCallback', 'timer'],
  ['setImmediate', 'timer'],
  ['setTimeout', 'timer'],
]);

/** How many functions such as `sleep` may wrap one another. */
const MAX_DEPTH = 3;

/** @param known functions of libraries that return the promise of a timer */
export function* pauseOf(awaited: Expression, known: readonly NamedIn[], depth = MAX_DEPTH): Asking<Pause | undefined> {
  const value = withoutAssertions(awaited);
  if (isConstant(value)) return 'microtask';
  if (isNewExpression(value)) return constructedPause(value);
  if (!isCallExpression(value)) return undefined;
  if (isResolved(value.expression)) return value.arguments.every(isConstant) ? 'microtask' : undefined;
  const callee = yield* calleeOf(value.expression);
  if (callee.kind === 'opaque') return callee.symbol && (yield* isOneOf(callee.symbol, known)) ? 'timer' : undefined;
  if (callee.kind !== 'functions' || depth === 0) return undefined;
  return yield* pauseOfAny(callee.functions, known, depth - 1);
}

function* pauseOfAny(
  functions: readonly RunnableFunction[],
  known: readonly NamedIn[],
  depth: number,
): Asking<Pause | undefined> {
  const [only] = functions;
  const result = only && functions.length === 1 ? resultOf(only) : undefined;
  return result && (yield* pauseOf(result, known, depth));
}

/** All that a function does: what it returns, or awaits. */
function resultOf(fn: RunnableFunction): Expression | undefined {
  if (!fn.body || !isBlock(fn.body)) return isArrowFunction(fn) ? unawaited(fn.body as Expression) : undefined;
  const [statement, ...others] = fn.body.statements;
  if (!statement || others.length > 0) return undefined;
  if (isExpressionStatement(statement))
    return isAwaitExpression(statement.expression) ? statement.expression.expression : undefined;
  return isReturnStatement(statement) && statement.expression ? unawaited(statement.expression) : undefined;
}

const unawaited = (value: Expression): Expression => (isAwaitExpression(value) ? value.expression : value);

/** `Promise.resolve`. */
const isResolved = (callee: Expression): boolean => callee.getText() === 'Promise.resolve';

/** `new Promise(resolve => setTimeout(resolve, 10))`, also with `() => resolve()`, and `new Promise(setImmediate)`. */
function constructedPause(node: NewExpression): Pause | undefined {
  const executor = executorOf(node);
  if (!executor) {
    const [given] = node.arguments ?? [];
    return node.expression.getText() === 'Promise' && given ? SCHEDULERS.get(calleeName(given)) : undefined;
  }
  const call = onlyExpression(executor);
  if (!call || !isCallExpression(call)) return undefined;
  const [callback] = call.arguments;
  return callback && resolves(callback, executor.resolve?.text)
    ? SCHEDULERS.get(calleeName(call.expression))
    : undefined;
}

function resolves(callback: Expression, resolve: string | undefined): boolean {
  if (isIdentifier(callback)) return callback.text === resolve;
  if (!isArrowFunction(callback) || isBlock(callback.body)) return false;
  const call = callback.body as Expression;
  return isCallExpression(call) && call.expression.getText() === resolve;
}
