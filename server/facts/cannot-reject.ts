/** Functions whose promises never reject. */

import { isCallExpression, isMethodDeclaration, type Expression, type Node } from '../syntax/ast.ts';
import { memberName } from '../syntax/expressions.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf } from './callee.ts';
import { rejectionsOfFunction } from './rejections.ts';

/** Whether a function, as it is handed over or declared as a method, returns only promises that never reject. */
export function* cannotReject(callback: Node): Asking<boolean> {
  if (isMethodDeclaration(callback)) return (yield* rejectionsOfFunction(callback)).kind === 'never';
  const callee = yield* calleeOf(unbound(callback as Expression));
  if (callee.kind !== 'functions') return callee.kind === 'never-rejects';
  for (const fn of callee.functions) if ((yield* rejectionsOfFunction(fn)).kind !== 'never') return false;
  return true;
}

/** The `f` of `f.bind(…)`. */
function unbound(callback: Expression): Expression {
  const call = withoutAssertions(callback);
  if (!isCallExpression(call) || memberName(call.expression) !== 'bind') return callback;
  return (call.expression as Expression & { readonly expression: Expression }).expression;
}
