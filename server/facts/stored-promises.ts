/** Promises that were put somewhere before, as in a cache. */

import {
  isAsExpression,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type Expression,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { variableOf } from './variables.ts';

/** Such a place may be empty, whatever its type says. */
export const isMember = (expression: Expression): boolean =>
  isPropertyAccessExpression(expression) || isElementAccessExpression(expression);

/**
 * Whether an expression reads a place that may be empty, whatever its type says: a member, or a variable other
 * than a constant with the result of a call. Who tests such a place asks whether there is a promise yet.
 */
export function* isStoredPromise(expression: Expression): Asking<boolean> {
  if (isMember(expression)) return true;
  // That there always is a promise is somebody's word.
  if (isAsExpression(withoutParentheses(expression))) return true;
  if (!isIdentifier(expression)) return false;
  const variable = yield* variableOf(yield* ask('symbolAt', expression));
  if (!variable?.initializer) return true;
  return !areConstant(variable.parent) || !isCallExpression(withoutParentheses(variable.initializer));
}
