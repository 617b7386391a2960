/** Loops around a place. */

import {
  isDoStatement,
  isForInStatement,
  isForOfStatement,
  isForStatement,
  isFunctionLikeDeclaration,
  isWhileStatement,
  type Node,
} from './ast.ts';

/** Whether a loop of the same function may run this node again, its condition included. */
export function isInLoop(node: Node): boolean {
  for (let at = node.parent; at && !isFunctionLikeDeclaration(at); at = at.parent) if (isLoop(at)) return true;
  return false;
}

function isLoop(node: Node): boolean {
  return (
    isWhileStatement(node) ||
    isDoStatement(node) ||
    isForStatement(node) ||
    isForOfStatement(node) ||
    isForInStatement(node)
  );
}
