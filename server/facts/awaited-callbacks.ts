/** Functions of the project that await what a callback returns, though its type says `void`. */

import {
  isAwaitExpression,
  isCallExpression,
  isIdentifier,
  type CallExpression,
  type Expression,
  type Identifier,
} from '../syntax/ast.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { usesOf } from '../syntax/parameter-uses.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';

/** Whether the function that is called awaits `callback`, one of the call's arguments. */
export function* awaitsCallback(call: CallExpression, callback: Expression): Asking<boolean> {
  const callee = yield* calleeOf(call.expression);
  const functions = callee.kind === 'functions' ? callee.functions : [];
  const index = call.arguments.indexOf(callback);
  return functions.length > 0 && functions.every(fn => awaitsParameter(fn, index));
}

function awaitsParameter({ parameters, body }: RunnableFunction, index: number): boolean {
  const name = parameters[index]?.name;
  return name !== undefined && isIdentifier(name) && body !== undefined && usesOf(name, body).some(isAwaited);
}

function isAwaited(use: Identifier): boolean {
  const call = use.parent;
  return isCallExpression(call) && call.expression === use && isAwaitExpression(call.parent);
}
