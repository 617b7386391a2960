/** Whether a function's own `try` catches all that goes wrong in it. */

import { isBlock, isTryStatement, isVariableStatement, SyntaxKind, type Node, type Statement } from './ast.ts';
import { someOwnNode } from './functions.ts';

/**
 * A body that is one `try` with a `catch`, after declarations that cannot fail. What the `catch` does is not looked at.
 */
export function catchesEverything(body: Node): boolean {
  const last = isBlock(body) ? body.statements.at(-1) : undefined;
  if (!isBlock(body) || !last || !isTryStatement(last) || !last.catchClause) return false;
  return body.statements.slice(0, -1).every(isHarmlessDeclaration);
}

const isHarmlessDeclaration = (statement: Statement): boolean =>
  isVariableStatement(statement) && !someOwnNode(statement, ({ kind }) => CAN_FAIL.has(kind));

const CAN_FAIL: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.AwaitExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.TaggedTemplateExpression,
]);
