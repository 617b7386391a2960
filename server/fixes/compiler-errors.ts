/** Ways to mend the compiler's own errors about promises. */

import { ask, type Asking } from '../engine/questions.ts';
import { awaitable } from '../facts/awaitable.ts';
import {
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isBindingElement,
  isBlock,
  isCallExpression,
  isElementAccessExpression,
  isExpression,
  isForOfStatement,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isReturnStatement,
  isShorthandPropertyAssignment,
  isStatement,
  isTypeAssertion,
  isVariableDeclaration,
  type CallExpression,
  type Expression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { isAssignment } from '../syntax/expressions.ts';
import { awaitContext } from '../syntax/functions.ts';
import type { FixDraft } from './draft.ts';
import { makeAsync, makeAsyncAlone } from './make-async.ts';
import { awaitMissing, awaitShorthand, awaitWhereMade } from './missing-await.ts';
import { removeAwait } from './remove-await.ts';

/** Drafts fixes of an error. `node` is the innermost node that covers the place it is reported at. */
export type CompilerErrorFixes = (node: Node) => Asking<readonly FixDraft[]>;

/** `await` in a function that is not async. */
export function* allowAwait(node: Node): Asking<readonly FixDraft[]> {
  // The `await` of a loop is a node of its own.
  const context = isAwaitExpression(node) || isForOfStatement(node.parent) ? awaitContext(node) : undefined;
  if (context?.kind !== 'sync') return [];
  const fixes = yield* makeAsync(context.function, [], undefined);
  return fixes.length > 0 ? fixes : yield* makeAsyncAlone(context.function);
}

/** The expression reported is a promise, and its value was meant. */
export function* awaitReported(node: Node): Asking<readonly FixDraft[]> {
  return isExpression(node) ? yield* awaitMissing(node) : [];
}

/** A property of the value was looked for on the promise. */
export function* awaitOwner(node: Node): Asking<readonly FixDraft[]> {
  if (isElementAccessExpression(node)) return yield* awaitMissing(node.expression);
  const { parent } = node;
  if (isPropertyAccessExpression(parent) && parent.name === node) return yield* awaitMissing(parent.expression);
  if (isElementAccessExpression(parent)) return yield* awaitMissing(parent.expression);
  // `const { name } = load()`
  const declaration = isBindingElement(parent) ? parent.parent.parent : undefined;
  const isWhole = declaration && isVariableDeclaration(declaration) && declaration.initializer;
  return isWhole ? yield* awaitMissing(isWhole) : [];
}

/** A promise was given to something that wants the value. The compiler points at the receiver. */
export function* awaitAssigned(receiver: Node): Asking<readonly FixDraft[]> {
  if (isShorthandPropertyAssignment(receiver.parent) && isIdentifier(receiver)) return yield* awaitShorthand(receiver);
  const given = assignedTo(receiver);
  const fixes = given ? yield* awaitMissing(given) : [];
  // Or a value to a variable that began with a promise.
  return fixes.length === 0 && isIdentifier(receiver) ? yield* awaitWhereMade(receiver) : fixes;
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

/** A promise among the operands of an operator, or under an assertion of the value's type. */
export function* awaitOperands(node: Node): Asking<readonly FixDraft[]> {
  const whole = isBinaryExpression(node.parent) ? node.parent : node;
  if (isBinaryExpression(whole)) return [...(yield* awaitMissing(whole.left)), ...(yield* awaitMissing(whole.right))];
  return isAsExpression(node) || isTypeAssertion(node) ? yield* awaitMissing(node.expression) : [];
}

/** No overload takes what is passed, and some of it is a promise. */
export function* awaitArguments(node: Node): Asking<readonly FixDraft[]> {
  const fixes = [...(yield* awaitReported(node))];
  const call = fixes.length === 0 ? callAround(node) : undefined;
  for (const argument of call?.arguments ?? []) fixes.push(...(yield* awaitMissing(argument)));
  return fixes;
}

/** The call that an error is about which points at an argument of it, or at the name of what is called. */
function callAround(node: Node): CallExpression | NewExpression | undefined {
  for (let one = node; one && !isStatement(one); one = one.parent)
    if (isCallExpression(one) || isNewExpression(one)) return one;
  return undefined;
}

/** `await` of what is no promise. */
export function* removeUselessAwait(node: Node): Asking<readonly FixDraft[]> {
  if (!isAwaitExpression(node)) return [];
  const type = yield* ask('typeAt', node.expression);
  const edits = type && (yield* awaitable(type)) === 'plain' ? removeAwait(node) : undefined;
  if (!edits) return [];
  return [{ title: 'Remove the `await`', kind: 'suggestion', proof: 'type-check', edits }];
}
