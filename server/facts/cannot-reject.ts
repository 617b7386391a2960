/** Functions whose promises never reject. */

import {
  isCallExpression,
  isConditionalExpression,
  isMethodDeclaration,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { memberName } from '../syntax/expressions.ts';
import { isHandler, withoutAssertions } from '../syntax/promise-parts.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { rejectionsOfFunction } from './rejections.ts';

/** Whether a function, as it is handed over or declared as a method, returns only promises that never reject. */
export function* cannotReject(callback: Node): Asking<boolean> {
  if (isMethodDeclaration(callback)) return (yield* rejectionsOfFunction(callback)).kind === 'never';
  for (const value of choices(callback as Expression)) {
    const callee = yield* calleeOf(value);
    if (callee.kind === 'opaque') return false;
    const functions = callee.kind === 'functions' ? callee.functions : [];
    for (const fn of functions) if ((yield* rejectionsOfFunction(fn)).kind !== 'never') return false;
  }
  return true;
}

/** The functions that an expression chooses from: `f` of `f.bind(…)`, both of `busy ? undefined : f`. */
function choices(callback: Expression): readonly Expression[] {
  const value = withoutAssertions(callback);
  if (isConditionalExpression(value)) return [...choices(value.whenTrue), ...choices(value.whenFalse)];
  if (!isHandler(value)) return [];
  const isBound = isCallExpression(value) && memberName(value.expression) === 'bind';
  return [isBound ? (value.expression as Expression & { readonly expression: Expression }).expression : value];
}
