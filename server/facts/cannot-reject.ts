/** Functions whose promises never reject. */

import {
  isConditionalExpression,
  isMethodDeclaration,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { isHandler, withoutAssertions } from '../syntax/promise-parts.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { rejectionsOfFunction } from './rejections.ts';

/** Whether a function, as it is handed over or declared as a method, returns only promises that never reject. */
export function* cannotReject(callback: Node): Asking<boolean> {
  if (isMethodDeclaration(callback)) return (yield* rejectionsOfFunction(callback, 'work')).kind === 'never';
  for (const value of choices(callback as Expression)) {
    const callee = yield* calleeOf(value);
    if (callee.kind === 'opaque') return false;
    const functions = callee.kind === 'functions' ? callee.functions : [];
    for (const fn of functions) if ((yield* rejectionsOfFunction(fn, 'work')).kind !== 'never') return false;
  }
  return true;
}

/** The functions that an expression chooses from: both of `busy ? undefined : f`. */
function choices(callback: Expression): readonly Expression[] {
  const value = withoutAssertions(callback);
  if (isConditionalExpression(value)) return [...choices(value.whenTrue), ...choices(value.whenFalse)];
  return isHandler(value) ? [value] : [];
}
