/** What a loop that does nothing waits for: memory that only other code can change. */

import {
  isBlock,
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isReturnStatement,
  isTypeNode,
  type CallExpression,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { memberName } from '../syntax/expressions.ts';
import type { RunnableFunction } from '../syntax/failure-points.ts';
import { isAsync, isGenerator, isPlainFunction } from '../syntax/functions.ts';
import { idleExpression, type IdleLoop } from '../syntax/idle-loop.ts';
import { areConstant } from '../syntax/variable-lists.ts';
import type { Asking } from '../engine/questions.ts';
import { calleeOf, calleeSymbol } from './callee.ts';
import { isFromLib } from './origin.ts';
import { variableOf } from './variables.ts';

const CLOCK = /^(?:Date\.now|(?:\w+\.)?performance\.now|process\.hrtime(?:\.bigint)?|process\.uptime)$/;

/** Whether an expression reads a clock. */
export function isClock(node: Node): boolean {
  if (isCallExpression(node)) return CLOCK.test(node.expression.getText());
  return node.getText() === 'new Date()';
}

/** Whether some node in an expression is such. */
export function mentions(expression: Node, is: (node: Node) => boolean): boolean {
  let found = is(expression);
  expression.forEachChild(child => {
    found ||= mentions(child, is);
  });
  return found;
}

/** A part of the loop's conditions that neither the loop nor the passing of time can change. */
export function* watchedBy({ tests, written }: IdleLoop): Asking<Expression | undefined> {
  const isOwn = (node: Node): boolean => isClock(node) || (isIdentifier(node) && written.has(node.text));
  for (const test of tests) if (!mentions(test, isOwn) && (yield* isChangeable(test))) return test;
  return undefined;
}

function* isChangeable(node: Node): Asking<boolean> {
  if (isTypeNode(node)) return false;
  if (isPropertyAccessExpression(node) || isElementAccessExpression(node) || isCallExpression(node)) return true;
  if (isIdentifier(node)) return yield* isVariable(node);
  const children: Node[] = [];
  node.forEachChild(child => {
    children.push(child);
  });
  for (const child of children) if (yield* isChangeable(child)) return true;
  return false;
}

/** Neither a constant nor a parameter, which hardly anybody writes. */
function* isVariable(name: Expression): Asking<boolean> {
  const variable = yield* variableOf(yield* calleeSymbol(name));
  return variable !== undefined && !areConstant(variable.parent);
}

/** Methods of the standard library that change nothing. */
const READERS: ReadonlySet<string> = new Set([
  'at',
  'entries',
  'every',
  'find',
  'findIndex',
  'findLast',
  'get',
  'getTime',
  'has',
  'includes',
  'indexOf',
  'keys',
  'max',
  'min',
  'some',
  'startsWith',
  'endsWith',
  'stringify',
  'values',
]);

/** How many functions such as `isReady` may ask one another. */
const MAX_DEPTH = 3;

/** Whether none of these calls has an effect that a program could see; what is logged does not count. */
export function* onlyRead(calls: readonly CallExpression[], depth = MAX_DEPTH): Asking<boolean> {
  for (const call of calls) if (!(yield* onlyReads(call, depth))) return false;
  return true;
}

function* onlyReads(call: CallExpression, depth: number): Asking<boolean> {
  if (isClock(call) || /^console\.\w+$/.test(call.expression.getText())) return true;
  const name = memberName(call.expression);
  if (name !== undefined && READERS.has(name)) {
    const symbol = yield* calleeSymbol(call.expression);
    if (symbol && isFromLib(symbol)) return true;
  }
  const callee = yield* calleeOf(call.expression);
  if (callee.kind !== 'functions' || depth === 0) return false;
  for (const fn of callee.functions) if (!(yield* reads(fn, depth - 1))) return false;
  return true;
}

/** A function of one expression, such as `isReady() { return this.state === 'ready'; }`. */
function* reads(fn: RunnableFunction, depth: number): Asking<boolean> {
  const result = isPlainFunction(fn) && !isAsync(fn) && !isGenerator(fn) ? onlyResult(fn) : undefined;
  const idle = result && idleExpression(result);
  return idle !== undefined && (yield* onlyRead(idle.calls, depth));
}

function onlyResult({ body }: RunnableFunction): Expression | undefined {
  if (!body || !isBlock(body)) return body as Expression | undefined;
  const [statement, ...others] = body.statements;
  return statement && others.length === 0 && isReturnStatement(statement) ? statement.expression : undefined;
}
