/** What is done with a property. */

import {
  isBinaryExpression,
  isNumericLiteral,
  isPostfixUnaryExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  SyntaxKind,
  type ElementAccessExpression,
  type Expression,
  type PropertyAccessExpression,
} from './ast.ts';
import { isAssignment, parentBeyondParentheses } from './expressions.ts';
import { withoutAssertions } from './promise-parts.ts';
import { wholeWord } from './words.ts';

export type MemberAccess = PropertyAccessExpression | ElementAccessExpression;

/** `updated`: read and written to, as by `+=` and `++`. What is taken apart into a property is not seen. */
export function accessOf(access: MemberAccess): 'read' | 'written' | 'updated' {
  const user = parentBeyondParentheses(access);
  if (isBinaryExpression(user) && isAssignment(user) && withoutAssertions(user.left) === access) {
    return user.operatorToken.kind === SyntaxKind.EqualsToken ? 'written' : 'updated';
  }
  const isCounted =
    isPostfixUnaryExpression(user) ||
    (isPrefixUnaryExpression(user) &&
      (user.operator === SyntaxKind.PlusPlusToken || user.operator === SyntaxKind.MinusMinusToken));
  return isCounted ? 'updated' : 'read';
}

/** Finds `name = …` and `name ??= …` in a text, also where it is a member. */
export const assignment = (name: string): RegExp =>
  new RegExp(`${wholeWord(name)}(?:['"]\\])?\\s*(?:\\?\\?|\\|\\||&&)?=(?![=>])`, 'u');

/** The function that a callee stands for: `f` of `f.call` and `f.apply`, which call it, and of `(0, f)`. */
export function invoked(callee: Expression): Expression {
  const inner = withoutAssertions(callee);
  const isComma = isBinaryExpression(inner) && inner.operatorToken.kind === SyntaxKind.CommaToken;
  if (isComma && isNumericLiteral(inner.left)) return inner.right;
  const named = inner;
  const isInvoker = isPropertyAccessExpression(named) && (named.name.text === 'call' || named.name.text === 'apply');
  return isInvoker ? named.expression : callee;
}
