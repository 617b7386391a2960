/** Alternatives on one subject: `if (kind === 'a') … else if (kind === 'b') … else …`, and `switch (kind)`. */

import {
  isBinaryExpression,
  isBlock,
  isDefaultClause,
  isIfStatement,
  SyntaxKind,
  type IfStatement,
  type Node,
} from './ast.ts';

/** Whether a statement runs when none of several alternatives does, as code for what cannot happen. */
export function isLastResort(statement: Node): boolean {
  const branch = isBlock(statement.parent) ? statement.parent : statement;
  const around = branch.parent;
  if (isDefaultClause(around)) return true;
  return isIfStatement(around) && around.elseStatement === branch && isAlternative(around);
}

/** Whether an `if` has none after it in a row of several: when it does not run either, nothing does. */
export function isLastAlternative(statement: IfStatement): boolean {
  return !statement.elseStatement && isAlternative(statement);
}

/** The `else if` of a row that compares one subject with one value after the other. */
function isAlternative(statement: IfStatement): boolean {
  const before = statement.parent;
  if (!isIfStatement(before) || before.elseStatement !== statement) return false;
  const subject = subjectOf(statement);
  return subject !== undefined && subject === subjectOf(before);
}

function subjectOf({ expression }: IfStatement): string | undefined {
  if (!isBinaryExpression(expression)) return undefined;
  const isEqual = EQUALS.has(expression.operatorToken.kind);
  return isEqual ? expression.left.getText() : undefined;
}

const EQUALS: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.EqualsEqualsToken]);
