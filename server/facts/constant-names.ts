/** Names of members that are written as constants. */

import {
  isElementAccessExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  type Expression,
} from '../syntax/ast.ts';
import { memberName, withoutParentheses } from '../syntax/expressions.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import { ask, type Asking } from '../engine/questions.ts';
import { variableOf } from './variables.ts';

/** The member that a callee names: as `memberName`, but also in `a[key]` with a constant `key`. */
export function* memberText(callee: Expression): Asking<string | undefined> {
  const access = withoutParentheses(callee);
  const written = memberName(access);
  if (written !== undefined || !isElementAccessExpression(access)) return written;
  const key = withoutParentheses(access.argumentExpression);
  if (!isIdentifier(key)) return undefined;
  const variable = yield* variableOf(yield* ask('symbolAt', key));
  if (!variable || !areConstant(variable.parent)) return undefined;
  const value = variable.initializer;
  return value && (isStringLiteral(value) || isNoSubstitutionTemplateLiteral(value)) ? value.text : undefined;
}
