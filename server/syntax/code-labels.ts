/** What people call a piece of code, and where they look for it. */

import {
  isArrowFunction,
  isCallExpression,
  isClassLikeDeclaration,
  isClassStaticBlockDeclaration,
  isConstructorDeclaration,
  isFunctionExpression,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isSourceFile,
  isVariableDeclaration,
  type Expression,
  type Node,
} from './ast.ts';
import { calleeName, parentBeyondParentheses } from './expressions.ts';
import { functionName } from './function-name.ts';
import { isPlainFunction } from './functions.ts';

/**
 * As in `readFile`, `Store.load`, `constructor of Store`, `callback of then`, or the name of a file for its top level.
 */
export function codeLabel(code: Node): string {
  if (isSourceFile(code)) return code.fileName.slice(code.fileName.lastIndexOf('/') + 1);
  const owner = ownerName(code);
  if (isConstructorDeclaration(code)) return owner ? `constructor of ${owner}` : 'constructor';
  if (isClassStaticBlockDeclaration(code)) return owner ? `static block of ${owner}` : 'static block';
  const name = nameOfCode(code)?.getText();
  if (name !== undefined) return owner ? `${owner}.${name}` : name;
  if (!isArrowFunction(code) && !isFunctionExpression(code)) return 'default export';
  const taker = parentBeyondParentheses(code);
  if (!isCallExpression(taker) && !isNewExpression(taker)) return 'function';
  return taker.expression.end < code.pos ? `callback of ${lastName(taker.expression)}` : 'function called at once';
}

/** The name that is declared for code; `undefined` for code that has none. */
export function nameOfCode(code: Node): Node | undefined {
  if (isSourceFile(code) || isConstructorDeclaration(code)) return undefined;
  if (isPlainFunction(code) && (isArrowFunction(code) || isFunctionExpression(code))) return functionName(code);
  return (code as Node & { readonly name?: Node }).name;
}

/** The class, or the object in a variable, that code is a member of. */
function ownerName(code: Node): string | undefined {
  const holder = isArrowFunction(code) || isFunctionExpression(code) ? parentBeyondParentheses(code) : code;
  const isMember = holder === code || isPropertyAssignment(holder) || isPropertyDeclaration(holder);
  const owner = isMember ? holder.parent : undefined;
  if (!owner) return undefined;
  if (isClassLikeDeclaration(owner) && owner.name) return owner.name.text;
  const isNamed = isClassLikeDeclaration(owner) || isObjectLiteralExpression(owner);
  const variable = isNamed ? parentBeyondParentheses(owner) : undefined;
  return variable && isVariableDeclaration(variable) ? variable.name.getText() : undefined;
}

/** `then` of `load().then`. */
export const lastName = (callee: Node): string => calleeName(callee as Expression) ?? callee.getText();
