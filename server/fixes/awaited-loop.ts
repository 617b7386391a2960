/** Loops that wait, in place of `forEach`, which does not. */

import type { Asking } from '../engine/questions.ts';
import { ask } from '../engine/questions.ts';
import { isArrayOrTuple } from '../facts/promises.ts';
import {
  isArrowFunction,
  isBlock,
  isCaseBlock,
  isExpressionStatement,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isReturnStatement,
  SyntaxKind,
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type FunctionExpression,
  type Node,
  type PropertyAccessExpression,
} from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { forEachOwnNode, isPlainFunction, someOwnNode } from '../syntax/functions.ts';
import { awaitValue } from './await-value.ts';
import { insertAfter, insertBefore, type DraftEdit, type FixDraft } from './draft.ts';
import { indentOf, styleOf } from './style.ts';

type Callback = ArrowFunction | FunctionExpression;

/** For `xs.forEach(f)` on an array: `for (const x of xs) …` and `await Promise.all(xs.map(f))`. */
export function* awaitedLoop(call: CallExpression): Asking<readonly FixDraft[]> {
  const callee = withoutParentheses(call.expression);
  if (!isPropertyAccessExpression(callee) || callee.name.text !== 'forEach' || callee.questionDotToken) return [];
  if (call.arguments.length !== 1 || !(yield* isArrayOrTuple(yield* ask('typeAt', callee.expression)))) return [];
  const loop = forOf(call, callee);
  const inTurn = loop ? yield* awaitValue(call, loop) : [];
  const atOnce = yield* awaitValue(call, promiseAll(call, callee));
  return [
    ...inTurn.map(fix => ({ ...fix, title: titled(fix, 'Wait for one after the other with `for…of`') })),
    ...atOnce.map(fix => ({ ...fix, title: titled(fix, 'Await all with `Promise.all`') })),
  ];
}

const titled = ({ title }: FixDraft, what: string): string =>
  title === 'Await the promise' ? what : `${what}: ${title.replace(' and await the promise', '')}`;

function replace(node: Node, start: number, end: number, text: string): DraftEdit {
  return { file: node.getSourceFile().fileName, start, end, text };
}

function promiseAll(call: CallExpression, { name }: PropertyAccessExpression): DraftEdit[] {
  return [
    insertBefore(call, 'await Promise.all('),
    replace(name, name.getStart(), name.end, 'map'),
    insertAfter(call, ')'),
  ];
}

/** The edits, or `undefined` where a loop would do something else than the callback. */
function forOf(call: CallExpression, callee: PropertyAccessExpression): DraftEdit[] | undefined {
  const statement = call.parent;
  const callback = withoutParentheses(call.arguments[0]!);
  if (!isExpressionStatement(statement) || !isStandalone(statement) || !isCallback(callback)) return undefined;
  const [item, index] = callback.parameters.map(({ name }) => name.getText());
  const isPlain = callback.parameters.every(one => !one.initializer && !one.dotDotDotToken && !one.questionToken);
  if (!isPlain || callback.parameters.length > 2 || item === undefined || usesItself(callback)) return undefined;
  const skips = continues(callback);
  if (!skips) return undefined;
  const list = callee.expression.getText();
  const head = index === undefined ? `${item} of ${list}` : `[${index}, ${item}] of ${list}.entries()`;
  const { body } = callback;
  const { before, after } = isBlock(body) ? { before: '', after: '' } : aroundExpression(body, statement);
  const start = replace(call, statement.getStart(), body.getStart(), `for (const ${head}) ${before}`);
  return [start, ...skips, replace(call, body.end, statement.end, after)];
}

/** Makes a block of the expression that a callback returns. */
function aroundExpression(body: Node, statement: Node): { readonly before: string; readonly after: string } {
  const { step, semicolon } = styleOf(statement);
  const indent = indentOf(statement);
  const operator = body.kind === SyntaxKind.AwaitExpression ? '' : 'await ';
  return { before: `{\n${indent}${step}${operator}`, after: `${semicolon}\n${indent}}` };
}

const isCallback = (value: Expression): value is Callback =>
  (isArrowFunction(value) || isFunctionExpression(value)) && value.parameters.every(({ name }) => name !== undefined);

/** Not the lone body of an `if` without braces, where what follows could be torn from it. */
const isStandalone = (statement: Node): boolean =>
  isBlock(statement.parent) || statement.parent.kind === SyntaxKind.SourceFile || isCaseBlock(statement.parent.parent);

/** Whether a function expression speaks of its own `this` or `arguments`, which a loop has not. */
function usesItself(callback: Callback): boolean {
  if (!isFunctionExpression(callback)) return false;
  const isOwn = (node: Node): boolean =>
    node.kind === SyntaxKind.ThisKeyword || (isIdentifier(node) && node.text === 'arguments');
  return callback.name !== undefined || someOwnNode(callback.body, isOwn);
}

/** Each `return;` as `continue;`; `undefined` where one returns a value or stands in a loop or `switch` of its own. */
function continues(callback: Callback): DraftEdit[] | undefined {
  const edits: DraftEdit[] = [];
  let isPossible = true;
  forEachOwnNode(callback.body, node => {
    if (!isReturnStatement(node)) return;
    if (node.expression || isInInnerLoop(node)) isPossible = false;
    else edits.push(replace(node, node.getStart(), node.getStart() + 'return'.length, 'continue'));
  });
  return isPossible ? edits : undefined;
}

/** `continue` in a `switch` belongs to the loop around it, in a loop to that loop. */
function isInInnerLoop(statement: Node): boolean {
  for (let node = statement.parent; !isPlainFunction(node); node = node.parent) {
    if (LOOPS.has(node.kind)) return true;
  }
  return false;
}

const LOOPS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.DoStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.ForStatement,
  SyntaxKind.WhileStatement,
]);
