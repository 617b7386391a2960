/** Places from which an exception or a rejection may leave a function: those that no `try` around them catches. */

import {
  isArrowFunction,
  isAwaitExpression,
  isBlock,
  isCallExpression,
  isClassLikeDeclaration,
  isFunctionExpression,
  isFunctionLikeDeclaration,
  isForOfStatement,
  isIdentifier,
  isReturnStatement,
  isThrowStatement,
  isTryStatement,
  isVariableDeclarationList,
  type ArrowFunction,
  type BindingName,
  type CallExpression,
  type ConstructorDeclaration,
  type Expression,
  type FunctionExpression,
  type Identifier,
  type Node,
  type TryStatement,
} from './ast.ts';
import { CALLS_AT_ONCE } from './at-once.ts';
import { settlesPromise } from './executors.ts';
import { isCallLike, memberName, type CallLike } from './expressions.ts';
import { isAsync, isGenerator, isPlainFunction, type PlainFunction } from './functions.ts';
import { usesOf } from './parameter-uses.ts';
import { memberParts, promiseParts, type PromisePart } from './promise-parts.ts';
import { keywordOf } from './variable-lists.ts';

export type RunnableFunction = PlainFunction | ConstructorDeclaration;

/** `inHandler`: within code that runs because something failed already, or that cleans up, or that starts callbacks. */
export type FailurePoint =
  /** It throws or rejects whenever control comes here. */
  | { readonly how: 'fails'; readonly node: Node }
  /** What the language calls here cannot be seen, such as an iterator that is awaited. */
  | { readonly how: 'unseen'; readonly node: Node }
  /** The function called may throw. */
  | { readonly how: 'called'; readonly node: CallLike; readonly inHandler: boolean }
  /** The value may be a promise that rejects. */
  | { readonly how: 'settled'; readonly node: Expression }
  /** The value is a function that is called: it may throw, or return a promise that rejects. */
  | { readonly how: 'called-back'; readonly node: Expression; readonly inHandler: boolean };

export interface Failures {
  readonly points: readonly FailurePoint[];
  /** Whether some error would be caught on the way. */
  readonly handles: boolean;
}

/** By which of its two ways an error leaves a function. */
export type Way = 'throws' | 'rejects';

interface Found {
  readonly thrown: FailurePoint[];
  readonly returned: FailurePoint[];
  handles: boolean;
}

interface Place {
  readonly covered: boolean;
  readonly inHandler: boolean;
  /** The names of the error that a catch clause or a handler around has, or none if it did not take it. */
  readonly errors?: readonly Identifier[];
}

const OUTSIDE: Place = { covered: false, inHandler: false };

/** Where a call of the function may fail. Code that generators and closures contain runs at other times. */
export function failuresOf(fn: RunnableFunction, way: Way): Failures {
  if (!fn.body || (isPlainFunction(fn) && isGenerator(fn))) return { points: [], handles: false };
  const { thrown, returned, handles } = within(fn.body, OUTSIDE);
  if (!isPlainFunction(fn) || !isAsync(fn)) return { points: way === 'throws' ? thrown : returned, handles };
  return { points: way === 'throws' ? [] : [...thrown, ...returned], handles };
}

/** Where a promise, or those in an array, may get a rejection from. */
export function failuresOfPromise(value: Expression, kind: 'promise' | 'array'): Failures {
  const found: Found = { thrown: [], returned: [], handles: false };
  settle(kind === 'array' ? memberParts(value) : promiseParts(value), OUTSIDE, found.returned, found);
  return { points: found.returned, handles: found.handles };
}

/** The failures of a function's body, which may be an expression. */
function within(body: Node, place: Place): Found {
  const found: Found = { thrown: [], returned: [], handles: false };
  walk(body, place, found);
  if (!isBlock(body)) settle(promiseParts(body as Expression), place, found.returned, found);
  return found;
}

function walk(node: Node, place: Place, found: Found): void {
  if (isFunctionLikeDeclaration(node) || isClassLikeDeclaration(node)) return;
  if (isTryStatement(node)) {
    walkTry(node, place, found);
    return;
  }
  if (isReturnStatement(node) && node.expression) settle(promiseParts(node.expression), place, found.returned, found);
  if (!place.covered && !isBesideError(node, place)) found.thrown.push(...thrownBy(node, place, found));
  if (isCallExpression(node) && CALLS_AT_ONCE.has(memberName(node.expression))) walkCallbacks(node, place, found);
  node.forEachChild(child => walk(child, place, found));
}

/** Whether a handler calls something without the error: who looks after one does not mean to cause another by that. */
function isBesideError(node: Node, { errors }: Place): boolean {
  return isCallLike(node) && errors !== undefined && errors.every(error => usesOf(error, node).length === 0);
}

function thrownBy(node: Node, place: Place, found: Found): FailurePoint[] {
  if (isThrowStatement(node)) return [{ how: 'fails', node }];
  if (isCallExpression(node) && settlesPromise(node)) return [];
  if (isCallLike(node)) return [{ how: 'called', node, inHandler: place.inHandler }];
  if (isAwaitExpression(node)) {
    const points: FailurePoint[] = [];
    settle(promiseParts(node.expression), place, points, found);
    return points;
  }
  const isAwaitedLoop = isForOfStatement(node) && node.awaitModifier !== undefined;
  const isAwaitUsing = isVariableDeclarationList(node) && keywordOf(node) === 'await using';
  return isAwaitedLoop || isAwaitUsing ? [{ how: 'unseen', node }] : [];
}

/** A catch clause takes whatever the block throws; what is thrown in the clause itself goes on. */
function walkTry(node: TryStatement, place: Place, found: Found): void {
  if (node.catchClause) found.handles = true;
  walk(node.tryBlock, node.catchClause ? { ...place, covered: true } : place, found);
  if (node.catchClause)
    walk(node.catchClause.block, inHandlerOf(node.catchClause.variableDeclaration?.name, place), found);
  if (node.finallyBlock) walk(node.finallyBlock, { ...place, inHandler: true }, found);
}

function inHandlerOf(error: BindingName | undefined, { covered, errors = [] }: Place): Place {
  if (error && !isIdentifier(error)) return { covered, inHandler: true };
  return { covered, inHandler: true, errors: error ? [...errors, error] : errors };
}

function walkCallbacks(call: CallExpression, place: Place, found: Found): void {
  if (place.covered) return;
  for (const argument of call.arguments) {
    if (!isArrowFunction(argument) && !isFunctionExpression(argument)) continue;
    if (isAsync(argument) || isGenerator(argument)) continue;
    // What the callback returns stays within the call.
    found.thrown.push(...within(argument.body, place).thrown);
  }
}

function settle(parts: readonly PromisePart[], place: Place, into: FailurePoint[], found: Found): void {
  for (const part of parts) {
    if (part.kind === 'value') into.push({ how: 'settled', node: part.node });
    else if (part.kind === 'rejection') into.push({ how: 'fails', node: part.node });
    else if (part.kind === 'executor') into.push(...rejectedByExecutor(part.node));
    else {
      if (part.role === 'handler') found.handles = true;
      into.push(...calledBack(part, { ...place, covered: false }));
    }
  }
}

function calledBack(
  { node: callback, role }: Extract<PromisePart, { kind: 'callback' }>,
  place: Place,
): FailurePoint[] {
  const inHandler = place.inHandler || role !== 'work';
  if (!isArrowFunction(callback) && !isFunctionExpression(callback))
    return [{ how: 'called-back', node: callback, inHandler }];
  const inside = role === 'handler' ? inHandlerOf(callback.parameters[0]?.name, place) : { ...place, inHandler };
  const { thrown, returned } = within(callback.body, inside);
  return [...thrown, ...returned];
}

/** What an executor throws rejects the promise, and so does each use of `reject`. */
function rejectedByExecutor(executor: ArrowFunction | FunctionExpression): FailurePoint[] {
  // What an executor calls reports its failures by calling back.
  const found = isAsync(executor) ? [] : [...within(executor.body, { covered: false, inHandler: true }).thrown];
  const [resolve, reject] = executor.parameters.map(({ name }) => (isIdentifier(name) ? name.text : undefined));
  const search = (node: Node): void => {
    if (reject !== undefined && isIdentifier(node) && node.text === reject) found.push({ how: 'fails', node });
    if (isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === resolve) {
      for (const value of node.arguments) found.push(...failuresOfPromise(value, 'promise').points);
    }
    node.forEachChild(search);
  };
  search(executor.body);
  return found;
}
