/** Values that are made when they are needed first, and kept. */

import {
  isBinaryExpression,
  isIfStatement,
  isPrefixUnaryExpression,
  SyntaxKind,
  type Expression,
  type Node,
} from './ast.ts';
import { withoutParentheses } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

/**
 * Whether a value is worked out only while nothing is kept yet: `kept ??= make()`, `kept || (kept = make())`,
 * `if (!kept) kept = make()`.
 */
export function isFirstUse(node: Node): boolean {
  let child = node;
  let kept: string | undefined;
  for (let at = node.parent; at && !isPlainFunction(at); child = at, at = at.parent) {
    if (isBinaryExpression(at) && at.right === child) {
      const operator = at.operatorToken.kind;
      if (LOGICAL_ASSIGNMENTS.has(operator)) return true;
      if (operator === SyntaxKind.EqualsToken) kept = at.left.getText();
      if (kept !== undefined && LOGICAL.has(operator) && withoutParentheses(at.left).getText() === kept) return true;
    }
    if (isIfStatement(at) && at.thenStatement === child && kept !== undefined && asksWhetherMissing(at.expression, kept)) {
      return true;
    }
  }
  return false;
}

const LOGICAL: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);
const LOGICAL_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

/** `!kept`, or `kept` compared with something, such as `undefined`. */
function asksWhetherMissing(condition: Expression, kept: string): boolean {
  const test = withoutParentheses(condition);
  if (isPrefixUnaryExpression(test)) return withoutParentheses(test.operand).getText() === kept;
  if (!isBinaryExpression(test)) return false;
  const isEquality = EQUALITIES.has(test.operatorToken.kind);
  return isEquality && [test.left, test.right].some(side => withoutParentheses(side).getText() === kept);
}

const EQUALITIES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken]);
