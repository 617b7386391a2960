/** Promises that have settled because the code before them has waited for them. */

import {
  isAwaitExpression,
  isBinaryExpression,
  isBlock,
  isExpressionStatement,
  isIdentifier,
  isVariableStatement,
  type Expression,
  type Identifier,
  type Node,
  type Statement,
} from './ast.ts';
import { isAssignment, withoutParentheses } from './expressions.ts';
import { someOwnNode } from './functions.ts';

/** Whether statements before that of a variable, in the same block, have awaited what the variable still holds. */
export function isAwaitedBefore(expression: Expression): boolean {
  const value = withoutParentheses(expression);
  if (!isIdentifier(value)) return false;
  let statement: Node = value;
  while (statement.parent && !isBlock(statement.parent)) statement = statement.parent;
  if (!statement.parent || !isBlock(statement.parent)) return false;
  const { statements } = statement.parent;
  const before = statements.slice(0, statements.indexOf(statement as Statement));
  const last = before.findLastIndex(one => awaits(one, value));
  return last >= 0 && !before.slice(last + 1).some(one => assigns(one, value));
}

/** `await x;` or `const y = await x;` */
function awaits(statement: Statement, { text }: Identifier): boolean {
  const values = isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ initializer }) => initializer)
    : [isExpressionStatement(statement) ? statement.expression : undefined];
  return values.some(value => {
    const awaited = value && isAwaitExpression(value) ? withoutParentheses(value.expression) : undefined;
    return awaited !== undefined && isIdentifier(awaited) && awaited.text === text;
  });
}

const assigns = (statement: Statement, { text }: Identifier): boolean =>
  someOwnNode(
    statement,
    node => isBinaryExpression(node) && isAssignment(node) && isIdentifier(node.left) && node.left.text === text,
  );
