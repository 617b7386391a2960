/** What functions of a type give back. */

import type { Expression } from '../syntax/ast.ts';
import { promiseFunctionClue } from '../syntax/promise-values.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { apparent, isAwaited, NEVER_AN_OBJECT, unionParts } from './promises.ts';

/** Whether an expression is a function that returns promises, or may be one by its type. */
export function* isPromiseFunction(expression: Expression): Asking<boolean> {
  const clue = promiseFunctionClue(expression);
  if (clue.kind === 'settled') return clue.isPromiseFunction;
  if (clue.kind === 'type') {
    const type = yield* ask('typeAt', expression);
    return type !== undefined && (yield* returnsPromises(type));
  }
  for (const value of clue.values) {
    const type = yield* ask('typeAt', value);
    if (type && (yield* isAwaited(type))) return true;
  }
  return false;
}

/** Whether some signature of some member of a union returns a promise. */
export function* returnsPromises(type: TypeInfo): Asking<boolean> {
  return (yield* resultOf(yield* apparent(type))) === 'promise';
}

/** What is done with the result of a function that is handed over as this type. */
export function* resultOf(type: TypeInfo): Asking<'promise' | 'void' | 'other'> {
  let isVoid = false;
  for (const result of yield* resultsOf(type)) {
    // Who takes promises from one of several signatures knows how to wait for them.
    if (yield* isAwaited(result)) return 'promise';
    for (const one of yield* unionParts(result)) isVoid ||= (one.flags & TypeFlags.Void) !== 0;
  }
  return isVoid ? 'void' : 'other';
}

/** What each signature of each member of a union returns. */
function* resultsOf(type: TypeInfo): Asking<readonly TypeInfo[]> {
  const results: TypeInfo[] = [];
  for (const part of yield* unionParts(type)) {
    if (part.flags & NO_SIGNATURES) continue;
    for (const signature of yield* ask('callSignatures', part)) {
      const result = yield* ask('returnType', signature);
      if (result) results.push(result);
    }
  }
  return results;
}

/** Whether one member of a union wants no result, and another takes anything. */
export function* mayTakeAnything(type: TypeInfo): Asking<boolean> {
  const results = yield* resultsOf(type);
  const some = (flags: TypeFlags): boolean => results.some(result => (result.flags & flags) !== 0);
  return some(TypeFlags.Void) && some(TypeFlags.Any | TypeFlags.Unknown);
}

const NO_SIGNATURES = TypeFlags.Any | TypeFlags.Unknown | NEVER_AN_OBJECT;
