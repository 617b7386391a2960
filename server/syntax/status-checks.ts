/** Whether code asks how a promise was settled. */

import {
  isArrowFunction,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isSourceFile,
  isStringLiteral,
  SyntaxKind,
  type Node,
  type PropertyAccessExpression,
} from './ast.ts';
import { CALLS_AT_ONCE } from './at-once.ts';
import { memberName } from './expressions.ts';
import { isPlainFunction } from './functions.ts';

/** Whether a function, or a callback in it, looks at the status of a settled result. */
export const looksAtStatus = (fn: Node): boolean => contains(fn, isStatusCheck);

/** Whether code that takes one outcome of a result takes the other as well: nothing is lost then, whichever it is. */
export function takesBoth({ expression, name }: PropertyAccessExpression, code: Node): boolean {
  const other = name.text === 'value' ? 'reason' : 'value';
  const result = expression.getText();
  return contains(
    code,
    node => isPropertyAccessExpression(node) && node.name.text === other && node.expression.getText() === result,
  );
}

/**
 * The function that a node belongs to, or its module. Callbacks of arrays are part of the function around them: what
 * `filter` looked at, `map` may rely on.
 */
export function codeAround(node: Node): Node {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (isSourceFile(parent) || (isPlainFunction(parent) && !isArrayCallback(parent))) return parent;
  }
  return node.getSourceFile();
}

function isArrayCallback(fn: Node): boolean {
  const call = fn.parent;
  if (!(isArrowFunction(fn) || isFunctionExpression(fn)) || !isCallExpression(call)) return false;
  return call.expression !== fn && CALLS_AT_ONCE.has(memberName(call.expression));
}

function isStatusCheck(node: Node): boolean {
  if (isPropertyAccessExpression(node)) return node.name.text === 'status';
  if (isBindingElement(node)) return (node.propertyName ?? node.name)?.getText() === 'status';
  if (isStringLiteral(node)) return OUTCOMES.test(node.text);
  if (isBinaryExpression(node)) return node.operatorToken.kind === SyntaxKind.InKeyword;
  return isCallExpression(node) && [node.expression, ...node.arguments].some(isNamedAsCheck);
}

const OUTCOMES = /^(?:status|fulfilled|rejected)$/;

/** A function of the project that says by its name what it checks, called or passed on: `filter(isFulfilled)`. */
function isNamedAsCheck(expression: Node): boolean {
  return isIdentifier(expression) && /fulfilled|rejected/i.test(expression.text);
}

function contains(node: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  const walk = (child: Node): void => {
    found ||= test(child);
    if (!found) child.forEachChild(walk);
  };
  walk(node);
  return found;
}
