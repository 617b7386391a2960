/** Code that its function may leave out. */

import {
  isBinaryExpression,
  isBlock,
  isCaseClause,
  isCatchClause,
  isConditionalExpression,
  isIfStatement,
  type Node,
  type Statement,
} from './ast.ts';
import { isLogical } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

/** Whether a function does something in some cases only: in a branch, or behind one that leaves it. */
export function isConditional(node: Node): boolean {
  let child = node;
  for (let at = node.parent; at && !isPlainFunction(at); child = at, at = at.parent) {
    if (isIfStatement(at) && at.expression !== child) return true;
    if (isConditionalExpression(at) && at.condition !== child) return true;
    if (isBinaryExpression(at) && at.right === child && isLogical(at)) return true;
    if (isCaseClause(at) || isCatchClause(at)) return true;
    if (isBlock(at) && at.statements.some(one => one.end <= child.pos && mayLeave(one))) return true;
  }
  return false;
}

/** An `if` that returns or throws, as far as its text tells. */
const mayLeave = (statement: Statement): boolean =>
  isIfStatement(statement) && /\b(?:return|throw)\b/.test(statement.getText());
