/** Queries and the like, which do nothing until somebody awaits them. */

import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import {
  isArrowFunction,
  isCallExpression,
  isElementAccessExpression,
  isFunctionExpression,
  isIdentifier,
  isPropertyAccessExpression,
  type CallExpression,
  type Expression,
} from '../syntax/ast.ts';
import { withoutAssertions } from '../syntax/promise-parts.ts';
import { derivesFrom } from './base-types.ts';
import { calleeSymbol } from './callee.ts';
import { isOneOf, type NamedIn } from './members.ts';
import { originOf } from './origin.ts';
import { apparent, unionParts } from './promises.ts';

/** Whether some values of the type are of one of these types or derived from it; `Omit<…>` of one counts, too. */
export function* isLazy(type: TypeInfo, lazy: readonly NamedIn[]): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (!(part.flags & (TypeFlags.Object | TypeFlags.Intersection))) continue;
    const then = yield* ask('property', { type: part, name: 'then' });
    if (then && ((yield* isOneOf(then, thenOf(lazy))) || (yield* derivesFrom(part, lazy)))) return true;
  }
  return false;
}

const thenOf = (lazy: readonly NamedIn[]): readonly NamedIn[] =>
  lazy.map(({ module, names }) => ({ module, names: names.map(name => `${name}.then`) }));

/** Whether a method of a query is given a function that adds to one: `query.where(part => part.whereNull('end'))`. */
export function* addsToQuery(method: Expression, fn: Expression, lazy: readonly NamedIn[]): Asking<boolean> {
  const access = withoutAssertions(method);
  const query = isPropertyAccessExpression(access) ? yield* ask('typeAt', access.expression) : undefined;
  if (!query || !(yield* isLazy(query, lazy))) return false;
  const type = yield* ask('typeAt', fn);
  for (const signature of type ? yield* ask('callSignatures', type) : []) {
    const result = yield* ask('returnType', signature);
    if (result && (yield* isLazy(result, lazy))) return true;
  }
  return false;
}

/**
 * Whether a call makes a query that is lost when its value is: one begun in the same expression by a function of
 * the library. `query.where(…)` changes a query that is used elsewhere, and so may any function of the project.
 * @param eager members that run what they return at once
 */
export function* makesQuery(
  call: CallExpression,
  lazy: readonly NamedIn[],
  eager: readonly NamedIn[],
): Asking<boolean> {
  // Some libraries run a query when they are given a callback.
  if (call.arguments.some(argument => isArrowFunction(argument) || isFunctionExpression(argument))) return false;
  const called = yield* calleeSymbol(call.expression);
  if (called && (yield* isOneOf(called, eager))) return false;
  const { first, receiver } = beginningOf(call);
  const signature = yield* ask('resolvedSignature', first);
  if (!signature?.declaration || originOf(signature.declaration).kind !== 'package') return false;
  const type = receiver && (yield* ask('typeAt', receiver));
  return !type || !(yield* isLazy(type, lazy)) || (yield* isMadeByLibrary(receiver));
}

/** The first call of a chain, and what it is a method of. */
function beginningOf(call: CallExpression): { first: CallExpression; receiver: Expression | undefined } {
  const callee = withoutAssertions(call.expression);
  if (!isPropertyAccessExpression(callee) && !isElementAccessExpression(callee))
    return { first: call, receiver: undefined };
  const receiver = withoutAssertions(callee.expression);
  return isCallExpression(receiver) ? beginningOf(receiver) : { first: call, receiver };
}

/** A property of the library, such as `knex.schema`, makes a new one each time. */
function* isMadeByLibrary(receiver: Expression): Asking<boolean> {
  if (!isPropertyAccessExpression(receiver) || !isIdentifier(receiver.name)) return false;
  const [declaration] = (yield* ask('symbolAt', receiver.name))?.declarations ?? [];
  return declaration !== undefined && originOf(declaration).kind === 'package';
}
