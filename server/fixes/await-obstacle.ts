/** What keeps `await` out of a place, by syntax alone. */

import {
  isArrowFunction,
  isCallExpression,
  isClassStaticBlockDeclaration,
  isConstructorDeclaration,
  isFunctionExpression,
  isGetAccessorDeclaration,
  isParameterDeclaration,
  isPropertyDeclaration,
  isSetAccessorDeclaration,
  isSourceFile,
  type Node,
} from '../syntax/ast.ts';
import { CALLS_AT_ONCE } from '../syntax/at-once.ts';
import { memberName, parentBeyondParentheses } from '../syntax/expressions.ts';
import { awaitContext, isGenerator, isPlainFunction } from '../syntax/functions.ts';

/**
 * The code around a node that can neither await nor be made async, as "a constructor"; `undefined` if there is none.
 */
export function awaitObstacle(node: Node): string | undefined {
  const context = awaitContext(node);
  if (context.kind === 'never') return nameOfOwner(node);
  if (context.kind !== 'sync') return undefined;
  const fn = context.function;
  if (!isArrowFunction(fn) && !isFunctionExpression(fn)) return undefined;
  const taker = parentBeyondParentheses(fn);
  const method = isCallExpression(taker) && taker.expression.end < fn.pos ? memberName(taker.expression) : undefined;
  return CALLS_AT_ONCE.has(method) ? `a callback of \`${method}\`` : undefined;
}

function nameOfOwner(node: Node): string {
  for (let at = node.parent; at && !isSourceFile(at); at = at.parent) {
    if (isConstructorDeclaration(at)) return 'a constructor';
    if (isGetAccessorDeclaration(at)) return 'a getter';
    if (isSetAccessorDeclaration(at)) return 'a setter';
    if (isPropertyDeclaration(at)) return 'the initial value of a property';
    if (isParameterDeclaration(at)) return 'the default of a parameter';
    if (isClassStaticBlockDeclaration(at)) return 'a static block';
    if (isPlainFunction(at) && isGenerator(at)) return 'a generator that is not async';
  }
  return 'code at the top level of a file that is no ES module';
}
