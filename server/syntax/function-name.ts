/** The name by which a function is called. */

import {
  isArrowFunction,
  isFunctionExpression,
  isIdentifier,
  isPrivateIdentifier,
  isPropertyAssignment,
  isPropertyDeclaration,
  isVariableDeclaration,
  type MemberName,
  type Node,
} from './ast.ts';
import { parentBeyondParentheses } from './expressions.ts';
import type { PlainFunction } from './functions.ts';

/** The name whose references are the function's uses; `undefined` for a function without one. */
export function functionName(fn: PlainFunction): MemberName | undefined {
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return nameIn(fn.name);
  const holder = parentBeyondParentheses(fn);
  const isHeld = isVariableDeclaration(holder) || isPropertyAssignment(holder) || isPropertyDeclaration(holder);
  return isHeld ? nameIn(holder.name) : undefined;
}

const nameIn = (name: Node | undefined): MemberName | undefined =>
  name && (isIdentifier(name) || isPrivateIdentifier(name)) ? name : undefined;
