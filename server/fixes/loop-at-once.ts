/** `Promise.all` in place of a loop that awaits one round after the other. */

import { ask, type Asking } from '../engine/questions.ts';
import { isArrayOrTuple } from '../facts/promises.ts';
import {
  isAwaitExpression,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isForOfStatement,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isVariableDeclarationList,
  SyntaxKind,
  type AwaitExpression,
  type Expression,
  type ForOfStatement,
  type Node,
} from '../syntax/ast.ts';
import { parentBeyondParentheses } from '../syntax/expressions.ts';
import { holds, mentions } from '../syntax/mentions.ts';

/** From the beginning of one node to the end of another. */
export interface Replacement {
  readonly from: Node;
  readonly to: Node;
  readonly text: string;
}

/** `for (const x of xs) await f(x);` and `for (const x of xs) ys.push(await f(x));` */
export function* loopAtOnce(awaited: AwaitExpression): Asking<Replacement | undefined> {
  const statement = statementAround(awaited);
  const loop = statement && loopOf(statement);
  const item = loop && itemOf(loop);
  if (loop === undefined || item === undefined || holds(awaited.expression, isSuspension)) return undefined;
  const list = listFilledBy(awaited);
  if (list === undefined && !isExpressionStatement(parentBeyondParentheses(awaited))) return undefined;
  if (list !== undefined && mentions(awaited.expression, new Set([list]))) return undefined;
  if (!(yield* isArrayOrTuple(yield* ask('typeAt', loop.expression)))) return undefined;
  const body = awaited.expression.getText();
  const result = isObjectLiteralExpression(awaited.expression) ? `(${body})` : body;
  const all = `await Promise.all(${operand(loop.expression)}.map(${item} => ${result}))`;
  const end = statement!.getText().endsWith(';') ? ';' : '';
  return { from: loop, to: loop, text: `${list === undefined ? all : `${list}.push(...(${all}))`}${end}` };
}

const isSuspension = (node: Node): boolean => isAwaitExpression(node) || node.kind === SyntaxKind.YieldExpression;

/** The statement that is nothing but the await, or keeps its value. */
function statementAround(node: Node): Node | undefined {
  const parent = parentBeyondParentheses(node);
  if (isExpressionStatement(parent)) return parent;
  return isCallExpression(parent) && isExpressionStatement(parent.parent) ? parent.parent : undefined;
}

/** The loop that does nothing but this. */
function loopOf(statement: Node): ForOfStatement | undefined {
  const { parent } = statement;
  const body = isBlock(parent) && parent.statements.length === 1 ? parent : statement;
  const loop = body.parent;
  const isPlain = isForOfStatement(loop) && loop.statement === body && loop.awaitModifier === undefined;
  // A comment would be lost.
  return isPlain && (body === statement || !/\/[/*]/.test(body.getText().replace(statement.getText(), '')))
    ? loop
    : undefined;
}

/** As a parameter. */
function itemOf({ initializer }: ForOfStatement): string | undefined {
  if (!isVariableDeclarationList(initializer)) return undefined;
  const [declaration] = initializer.declarations;
  if (declaration === undefined) return undefined;
  const text = declaration.name.getText();
  return isIdentifier(declaration.name) ? text : `(${text})`;
}

/** `ys` of `ys.push(await …)`. */
function listFilledBy(awaited: AwaitExpression): string | undefined {
  const call = parentBeyondParentheses(awaited);
  if (!isCallExpression(call) || call.arguments.length !== 1 || !isPropertyAccessExpression(call.expression))
    return undefined;
  const { expression, name } = call.expression;
  return name.text === 'push' && isIdentifier(expression) ? expression.text : undefined;
}

/** In parentheses where `.map` would otherwise belong to a part of it. */
const operand = (list: Expression): string =>
  /^[\w$.]+(?:\([^()]*\))?$/.test(list.getText()) ? list.getText() : `(${list.getText()})`;
