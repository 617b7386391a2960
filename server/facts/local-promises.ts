/** Promises that a variable keeps for later. */

import {
  isArrowFunction,
  isBinaryExpression,
  isCallExpression,
  isFunctionExpression,
  isNewExpression,
  isVariableDeclaration,
  type Expression,
  type NewExpression,
  type Node,
} from '../syntax/ast.ts';
import { isAssignment } from '../syntax/expressions.ts';
import { someOwnNode } from '../syntax/functions.ts';
import { isUsedAtOnce, localVariable, usesOf, type LocalVariable, type Uses } from '../syntax/local-variable.ts';
import { isPromiseName } from '../syntax/promise-parts.ts';
import { ask, once, type Asking, type TypeInfo } from '../engine/questions.ts';
import { isFromLib } from './origin.ts';
import { elementTypes, isCertainlyPromise, unionParts } from './promises.ts';

export interface LocalPromise extends LocalVariable, Uses {
  /** An array of promises waits for none of them. */
  readonly kind: 'promise' | 'array';
}

/**
 * The promise that a variable keeps, if it begins with one that is made there and nobody else gets hold of it.
 * None where it is used at once, or where its name (`_ignored`) says that it will not be.
 */
export function localPromise(node: Node): Asking<LocalPromise | undefined> {
  return once('local promise', node, () => find(node));
}

function* find(node: Node): Asking<LocalPromise | undefined> {
  const variable = isVariableDeclaration(node) ? localVariable(node) : undefined;
  if (!variable || variable.name.text.startsWith('_') || !makesSomething(variable.value)) return undefined;
  yield* ask('seen', [variable.body]);
  if (isUsedAtOnce(variable)) return undefined;
  const kind = yield* kindOf(variable.value);
  if (!kind) return undefined;
  const uses = usesOf(variable);
  return uses.isCaptured ? undefined : { ...variable, ...uses, kind };
}

function makesSomething(value: Expression): boolean {
  return isCallExpression(value) || (isPromiseConstruction(value) && !isDeferred(value));
}

const isPromiseConstruction = (value: Expression): value is NewExpression =>
  isNewExpression(value) && isPromiseName(value.expression);

/** `new Promise((_, reject) => (fail = reject))`: when it rejects is up to whoever calls `fail`. */
function isDeferred({ arguments: given }: NewExpression): boolean {
  const executor = given?.[0];
  if (!executor || !(isArrowFunction(executor) || isFunctionExpression(executor))) return false;
  const names = executor.parameters.map(({ name }) => name.getText());
  const stores = (node: Node): boolean =>
    isBinaryExpression(node) && isAssignment(node) && names.includes(node.right.getText());
  return someOwnNode(executor.body, stores);
}

function* kindOf(value: Expression): Asking<LocalPromise['kind'] | undefined> {
  const type = yield* ask('typeAt', value);
  if (!type) return undefined;
  if (yield* isPlainPromise(type)) return 'promise';
  const elements = yield* elementTypes(type);
  for (const element of elements) if (!(yield* isPlainPromise(element))) return undefined;
  return elements.length > 0 ? 'array' : undefined;
}

/** Not a class of promises with more to them: a deferred, a query, a running command. */
function* isPlainPromise(type: TypeInfo): Asking<boolean> {
  if (!(yield* isCertainlyPromise(type))) return false;
  for (const part of yield* unionParts(type)) {
    const symbol = yield* ask('symbolOfType', part);
    if (!symbol || !isFromLib(symbol)) return false;
  }
  return true;
}
