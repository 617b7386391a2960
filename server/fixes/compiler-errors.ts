/** Ways to mend the compiler's own errors about promises. */

import { ask, type Asking } from '../engine/questions.ts';
import { awaitable } from '../facts/awaitable.ts';
import { isPromise } from '../facts/promises.ts';
import {
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isBindingElement,
  isBlock,
  isExpression,
  isForOfStatement,
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  type Expression,
  type Node,
} from '../syntax/ast.ts';
import { isAssignment } from '../syntax/expressions.ts';
import { awaitContext } from '../syntax/functions.ts';
import { awaitValue } from './await-value.ts';
import { insertAfter, type DraftEdit, type FixDraft } from './draft.ts';
import { makeAsync, makeCallbackAsync } from './make-async.ts';
import { removeAwait } from './remove-await.ts';

/** Drafts fixes of an error. `node` is the innermost node that covers the place it is reported at. */
export type CompilerErrorFixes = (node: Node) => Asking<readonly FixDraft[]>;

/** `await` in a function that is not async. */
export function* allowAwait(node: Node): Asking<readonly FixDraft[]> {
  // The `await` of a loop is a node of its own.
  const context = isAwaitExpression(node) || isForOfStatement(node.parent) ? awaitContext(node) : undefined;
  if (context?.kind !== 'sync') return [];
  const fixes = yield* makeAsync(context.function, [], undefined);
  return fixes.length > 0 ? fixes : yield* makeCallbackAsync(context.function);
}

/** The expression reported is a promise, and its value was meant. */
export function* awaitReported(node: Node): Asking<readonly FixDraft[]> {
  return isExpression(node) ? yield* awaitIfPromise(node) : [];
}

/** A property of the value was looked for on the promise. */
export function* awaitOwner(name: Node): Asking<readonly FixDraft[]> {
  const { parent } = name;
  if (isPropertyAccessExpression(parent) && parent.name === name) return yield* awaitIfPromise(parent.expression);
  // `const { name } = load()`
  const declaration = isBindingElement(parent) ? parent.parent.parent : undefined;
  const isWhole = declaration && isVariableDeclaration(declaration) && declaration.initializer;
  return isWhole ? yield* awaitIfPromise(isWhole) : [];
}

/** A promise was given to something that wants the value. The compiler points at the receiver. */
export function* awaitAssigned(receiver: Node): Asking<readonly FixDraft[]> {
  const { parent } = receiver;
  if (isShorthandPropertyAssignment(parent) && isIdentifier(receiver)) {
    return yield* awaitIfPromise(receiver, [insertAfter(receiver, `: await ${receiver.text}`)]);
  }
  const given = assignedTo(receiver);
  return given ? yield* awaitIfPromise(given) : [];
}

function assignedTo(receiver: Node): Expression | undefined {
  if (isReturnStatement(receiver)) return receiver.expression;
  const { parent } = receiver;
  if (isVariableDeclaration(parent) || isPropertyDeclaration(parent) || isPropertyAssignment(parent)) {
    return parent.name === receiver ? parent.initializer : (receiver as Expression);
  }
  if (isBinaryExpression(parent) && parent.left === receiver && isAssignment(parent)) return parent.right;
  const isBody = isArrowFunction(parent) && parent.body === receiver && !isBlock(receiver);
  return isBody || isExpression(receiver) ? (receiver as Expression) : undefined;
}

function* awaitIfPromise(expression: Expression, edits?: readonly DraftEdit[]): Asking<readonly FixDraft[]> {
  const type = yield* ask('typeAt', expression);
  return type && (yield* isPromise(type)) ? yield* awaitValue(expression, edits) : [];
}

/** `await` of what is no promise. */
export function* removeUselessAwait(node: Node): Asking<readonly FixDraft[]> {
  if (!isAwaitExpression(node)) return [];
  const type = yield* ask('typeAt', node.expression);
  const edits = type && (yield* awaitable(type)) === 'plain' ? removeAwait(node) : undefined;
  if (!edits) return [];
  return [{ title: 'Remove the `await`', kind: 'suggestion', proof: 'type-check', edits }];
}
