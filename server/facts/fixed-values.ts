/** Values that are the same in every run. */

import { isCallExpression, isIdentifier, type Expression } from '../syntax/ast.ts';
import { isConstant, memberName } from '../syntax/expressions.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';
import { variableOf } from './variables.ts';

/** A literal, a `const` that holds one, and what `Buffer.from` makes of one. */
export function* isFixed(expression: Expression): Asking<boolean> {
  const value = withoutAssertions(expression);
  if (isConstant(value)) return true;
  if (isIdentifier(value)) return yield* holdsConstant(value);
  if (!isCallExpression(value) || memberName(value.expression) !== 'from') return false;
  for (const argument of value.arguments) if (!(yield* isFixed(argument))) return false;
  return true;
}

function* holdsConstant(name: Expression): Asking<boolean> {
  const variable = yield* variableOf(yield* calleeSymbol(name));
  const value = variable && areConstant(variable.parent) ? variable.initializer : undefined;
  return value !== undefined && isConstant(withoutAssertions(value));
}
