/** The name by which a function is called. */

import {
  isArrowFunction,
  isFunctionExpression,
  isIdentifier,
  isPropertyAssignment,
  isPropertyDeclaration,
  isVariableDeclaration,
  type Identifier,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import type { PlainFunction } from '../syntax/functions.ts';

/** The identifier whose references are the function's uses; `undefined` for a function without one. */
export function functionName(fn: PlainFunction): Identifier | undefined {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return identifier(fn.name);
  const holder = parentBeyondParentheses(fn);
  const isHeld = isVariableDeclaration(holder) || isPropertyAssignment(holder) || isPropertyDeclaration(holder);
  return isHeld ? identifier(holder.name) : undefined;
}

const identifier = (name: Node | undefined): Identifier | undefined => (name && isIdentifier(name) ? name : undefined);
