/** Names of members that are written as constants. */

import {
  isElementAccessExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isVariableDeclaration,
  type Expression,
} from '../syntax/ast.ts';
import { memberName, withoutParentheses } from '../syntax/expressions.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import { ask, type Asking } from '../engine/questions.ts';

/** The member that a callee names: as `memberName`, but also in `a[key]` with a constant `key`. */
export function* memberText(callee: Expression): Asking<string | undefined> {
  const access = withoutParentheses(callee);
  const written = memberName(access);
  if (written !== undefined || !isElementAccessExpression(access)) return written;
  const key = withoutParentheses(access.argumentExpression);
  if (!isIdentifier(key)) return undefined;
  const declaration = (yield* ask('symbolAt', key))?.declarations[0];
  const variable = declaration && (yield* ask('node', declaration));
  if (!variable || !isVariableDeclaration(variable) || !areConstant(variable.parent)) return undefined;
  const value = variable.initializer;
  return value && (isStringLiteral(value) || isNoSubstitutionTemplateLiteral(value)) ? value.text : undefined;
}
