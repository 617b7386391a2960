/** Functions that hand out a promise after giving it a handler for rejections themselves. */

import {
  isBlock,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isReturnStatement,
  isVariableDeclaration,
  isFunctionExpression,
  isArrowFunction,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { chainCall, withoutParentheses } from '../syntax/expressions.ts';
import { forEachOwnNode, isAsync, isPlainFunction, type PlainFunction } from '../syntax/functions.ts';
import { ask, SymbolFlags, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';

/** The declaration that a callee names, looked at through imports and re-exports. */
export function* calleeSymbol(callee: Expression): Asking<SymbolInfo | undefined> {
  const name = withoutParentheses(callee);
  const symbol = yield* ask('symbolAt', isPropertyAccessExpression(name) ? name.name : name);
  if (!symbol || !(symbol.flags & SymbolFlags.Alias)) return symbol;
  return yield* ask('aliasedSymbol', symbol);
}

/**
 * Whether each promise that a call of `callee` returns has a rejection handler already, seen in the source
 * of the function: every `return` ends in `.catch(handler)` or `.then(…, handler)`.
 */
export function* handlesItsRejections(callee: Expression): Asking<boolean> {
  const declarations = (yield* calleeSymbol(callee))?.declarations ?? [];
  if (declarations.length === 0) return false;
  for (const declaration of declarations) {
    const fn = functionOf(yield* declared(declaration));
    if (!fn?.body || isAsync(fn) || !returnsHandledPromises(fn)) return false;
  }
  return true;
}

/** Type declarations have nothing to look into: only sources are read. */
function* declared(declaration: NodeRef): Asking<Node | undefined> {
  return declaration.file.endsWith('.d.ts') ? undefined : yield* ask('node', declaration);
}

function functionOf(node: Node | undefined): PlainFunction | undefined {
  if (!node) return undefined;
  if (isPlainFunction(node)) return node;
  const value = isVariableDeclaration(node) && node.initializer && withoutParentheses(node.initializer);
  return value && (isArrowFunction(value) || isFunctionExpression(value)) ? value : undefined;
}

function returnsHandledPromises(fn: PlainFunction): boolean {
  const body = fn.body!;
  if (!isBlock(body)) return isHandled(body as Expression);
  const returned: (Expression | undefined)[] = [];
  forEachOwnNode(body, node => {
    if (isReturnStatement(node)) returned.push(node.expression);
  });
  return returned.length > 0 && returned.every(value => value !== undefined && isHandled(value));
}

/** A handler counts when it is written there or named: `undefined` and `null` are none. */
function isHandled(value: Expression): boolean {
  const call = withoutParentheses(value);
  if (!isCallExpression(call)) return false;
  const link = chainCall(call);
  if (!link) return false;
  if (link.method === 'finally') return isHandled(link.promise);
  const handler = link.onRejected && withoutParentheses(link.onRejected);
  if (!handler) return false;
  return isArrowFunction(handler) || isFunctionExpression(handler) || (isIdentifier(handler) && handler.text !== 'undefined');
}
