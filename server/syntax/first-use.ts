/** Values that are made when they are needed first, and kept. */

import {
  isBinaryExpression,
  isBlock,
  isIfStatement,
  isPrefixUnaryExpression,
  isReturnStatement,
  isStatement,
  SyntaxKind,
  type Expression,
  type Node,
  type Statement,
} from './ast.ts';
import { withoutParentheses } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

/**
 * Whether a value is worked out only while nothing is kept yet: `kept ??= make()`, `kept || (kept = make())`,
 * `if (!kept) kept = make()`, and `kept = make()` after `if (kept) return kept`.
 */
export function isFirstUse(node: Node): boolean {
  let child = node;
  let kept: string | undefined;
  for (let at = node.parent; at && !isPlainFunction(at); child = at, at = at.parent) {
    if (isBinaryExpression(at) && at.right === child) {
      const operator = at.operatorToken.kind;
      if (LOGICAL_ASSIGNMENTS.has(operator)) return true;
      if (operator === SyntaxKind.EqualsToken) kept = at.left.getText();
      else if (kept !== undefined && LOGICAL.has(operator) && isNamed(at.left, kept)) return true;
    }
    if (kept === undefined) continue;
    if (isIfStatement(at) && at.thenStatement === child && asksWhetherMissing(at.expression, kept)) return true;
    if (isBlock(at) && isStatement(child) && returnsBefore(at.statements, child, kept)) return true;
  }
  return false;
}

const LOGICAL: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken]);
const LOGICAL_ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
]);

const isNamed = (expression: Expression, name: string): boolean => withoutParentheses(expression).getText() === name;

/** `!kept`, or `kept` compared with something, such as `undefined`. */
function asksWhetherMissing(condition: Expression, kept: string): boolean {
  const test = withoutParentheses(condition);
  if (isPrefixUnaryExpression(test)) return isNamed(test.operand, kept);
  return isBinaryExpression(test) && EQUALITIES.has(test.operatorToken.kind) && compares(test, kept);
}

const EQUALITIES: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsToken, SyntaxKind.EqualsEqualsEqualsToken]);
const compares = ({ left, right }: { left: Expression; right: Expression }, kept: string): boolean =>
  isNamed(left, kept) || isNamed(right, kept);

/** `if (kept) return …` among the statements before one. */
function returnsBefore(statements: readonly Statement[], until: Statement, kept: string): boolean {
  return statements.slice(0, statements.indexOf(until)).some(statement => {
    if (!isIfStatement(statement) || !isReturn(statement.thenStatement)) return false;
    const test = withoutParentheses(statement.expression);
    return isNamed(test, kept) || (isBinaryExpression(test) && compares(test, kept));
  });
}

function isReturn(statement: Statement): boolean {
  const last = isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && isReturnStatement(last);
}
