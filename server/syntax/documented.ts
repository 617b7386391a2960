/** Where the comment of a declaration stands. */

import {
  isArrowFunction,
  isFunctionExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isVariableDeclaration,
  isVariableDeclarationList,
  type Node,
} from './ast.ts';

/** What the comment stands above: the statement of a variable; what a function expression is kept in, for that. */
export function documented(declaration: Node): Node {
  const { parent } = declaration;
  const isValue = isArrowFunction(declaration) || isFunctionExpression(declaration);
  if (isValue && (isVariableDeclaration(parent) || isPropertyAssignment(parent) || isPropertyDeclaration(parent))) {
    return documented(parent);
  }
  return isVariableDeclaration(declaration) && isVariableDeclarationList(parent) ? parent.parent : declaration;
}
