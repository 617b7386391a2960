/** Which expressions a piece of syntax tests for being truthy. */

import {
  isBinaryExpression,
  isConditionalExpression,
  isDoStatement,
  isForStatement,
  isIfStatement,
  isPrefixUnaryExpression,
  isWhileStatement,
  SyntaxKind,
  type BinaryExpression,
  type Expression,
  type Node,
} from './ast.ts';
import { isLogical, parentBeyondParentheses, withoutParentheses } from './expressions.ts';
import { isWithin } from './within.ts';

/** The kinds of nodes that test something. */
export const TESTING_KINDS: readonly SyntaxKind[] = [
  SyntaxKind.BinaryExpression,
  SyntaxKind.ConditionalExpression,
  SyntaxKind.DoStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.IfStatement,
  SyntaxKind.PrefixUnaryExpression,
  SyntaxKind.WhileStatement,
];

/**
 * The expressions whose truthiness decides at this node. `&&`, `||` and `??` are looked into; each of their
 * operands belongs to one node only.
 */
export function testedBy(node: Node): readonly Expression[] {
  const test = testOf(node);
  if (test) return operandsOf(withoutParentheses(test));
  if (!isBinaryExpression(node) || !isLogical(node) || isTested(node)) return [];
  const left = withoutParentheses(node.left);
  const isLookedInto = isBinaryExpression(left) && isLogical(left);
  return node.operatorToken.kind === SyntaxKind.QuestionQuestionToken || isLookedInto ? [] : [left];
}

function testOf(node: Node): Expression | undefined {
  if (isIfStatement(node) || isWhileStatement(node) || isDoStatement(node)) return node.expression;
  if (isForStatement(node) || isConditionalExpression(node)) return node.condition;
  const isNot = isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken;
  return isNot ? node.operand : undefined;
}

function operandsOf(test: Expression): Expression[] {
  if (!isBinaryExpression(test) || !isLogical(test)) return [test];
  return [test.left, test.right].flatMap(operand => operandsOf(withoutParentheses(operand)));
}

/** Whether the value of `a && b` is itself tested, perhaps as an operand of another one. */
function isTested(logical: BinaryExpression): boolean {
  let child: Node = logical;
  let parent = parentBeyondParentheses(child);
  while (isBinaryExpression(parent) && isLogical(parent)) {
    child = parent;
    parent = parentBeyondParentheses(child);
  }
  const test = testOf(parent);
  return test !== undefined && isWithin(child, test);
}
