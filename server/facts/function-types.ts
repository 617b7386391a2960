/** What functions of a type give back. */

import { isArrowFunction, isFunctionExpression, type Expression } from '../syntax/ast.ts';
import { withoutParentheses } from '../syntax/expressions.ts';
import { isAsync } from '../syntax/functions.ts';
import { maybePromise, maybePromiseFunction, returnedBy } from '../syntax/promise-values.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { apparent, isAwaited, NEVER_AN_OBJECT, unionParts } from './promises.ts';

/** Whether an expression is a function that returns promises, or may be one by its type. */
export function* isPromiseFunction(expression: Expression): Asking<boolean> {
  if (!maybePromiseFunction(expression)) return false;
  const fn = withoutParentheses(expression);
  const isInline = isArrowFunction(fn) || isFunctionExpression(fn);
  if (isInline && isAsync(fn)) return true;
  if (isInline && !fn.type) {
    // The type of the function itself costs more: the call that it is passed to has to be resolved for it.
    for (const returned of returnedBy(fn)) if (yield* isPromiseValue(returned)) return true;
    return false;
  }
  const type = yield* ask('typeAt', expression);
  return type !== undefined && (yield* returnsPromises(type));
}

function* isPromiseValue(value: Expression): Asking<boolean> {
  const type = maybePromise(value) ? yield* ask('typeAt', value) : undefined;
  return type !== undefined && (yield* isAwaited(type));
}

/** Whether some signature of some member of a union returns a promise. */
export function* returnsPromises(type: TypeInfo): Asking<boolean> {
  return (yield* resultOf(yield* apparent(type))) === 'promise';
}

/** What is done with the result of a function that is handed over as this type. */
export function* resultOf(type: TypeInfo): Asking<'promise' | 'void' | 'other'> {
  let isVoid = false;
  for (const part of yield* unionParts(type)) {
    if (part.flags & NO_SIGNATURES) continue;
    for (const signature of yield* ask('callSignatures', part)) {
      const result = yield* ask('returnType', signature);
      if (!result) continue;
      // Who takes promises from one of several signatures knows how to wait for them.
      if (yield* isAwaited(result)) return 'promise';
      for (const one of yield* unionParts(result)) isVoid ||= (one.flags & TypeFlags.Void) !== 0;
    }
  }
  return isVoid ? 'void' : 'other';
}

/** Whether one member of a union wants no result, and another takes anything. */
export function* mayTakeAnything(type: TypeInfo): Asking<boolean> {
  const results: TypeInfo[] = [];
  for (const part of yield* unionParts(type)) {
    if (part.flags & NO_SIGNATURES) continue;
    for (const signature of yield* ask('callSignatures', part)) {
      const result = yield* ask('returnType', signature);
      if (result) results.push(result);
    }
  }
  const some = (flags: TypeFlags): boolean => results.some(result => (result.flags & flags) !== 0);
  return some(TypeFlags.Void) && some(TypeFlags.Any | TypeFlags.Unknown);
}

const NO_SIGNATURES = TypeFlags.Any | TypeFlags.Unknown | NEVER_AN_OBJECT;
