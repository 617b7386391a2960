/** Values that are the same in every run. */

import { isCallExpression, isIdentifier, isVariableDeclaration, type Expression } from '../syntax/ast.ts';
import { isConstant, memberName } from '../syntax/expressions.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { calleeSymbol } from './callee.ts';

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
  const [declared] = (yield* calleeSymbol(name))?.declarations ?? [];
  const declaration = declared && (yield* ask('node', declared));
  if (!declaration || !isVariableDeclaration(declaration)) return false;
  const { initializer, parent } = declaration;
  return areConstant(parent) && initializer !== undefined && isConstant(withoutAssertions(initializer));
}
