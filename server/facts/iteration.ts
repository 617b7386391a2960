/** Protocols that a type takes part in by members of well-known symbols, and what iterating over it yields. */

import { ask, ObjectFlags, TypeFlags, type Asking, type SymbolInfo, type TypeInfo } from '../engine/questions.ts';
import { apparent, unionParts } from './promises.ts';

export type WellKnownSymbol = 'asyncDispose' | 'asyncIterator' | 'dispose' | 'iterator';

/** Whether some member of a union has the method of a well-known symbol. */
export function* someHas(type: TypeInfo, symbol: WellKnownSymbol): Asking<boolean> {
  for (const part of yield* unionParts(type)) if (yield* has(part, symbol)) return true;
  return false;
}

/** Whether all members of a union have the method of a well-known symbol. */
export function* everyHas(type: TypeInfo, symbol: WellKnownSymbol): Asking<boolean> {
  for (const part of yield* unionParts(type)) if (!(yield* has(part, symbol))) return false;
  return true;
}

function* has(type: TypeInfo, symbol: WellKnownSymbol): Asking<boolean> {
  return (yield* wellKnownMember(type, symbol)) !== undefined;
}

/** The compiler names such members `__@asyncIterator@42`: the number is that of the symbol's declaration. */
export function* wellKnownMember(type: TypeInfo, symbol: WellKnownSymbol): Asking<SymbolInfo | undefined> {
  const prefix = `__@${symbol}@`;
  return (yield* ask('properties', yield* apparent(type))).find(({ name }) => name.startsWith(prefix));
}

/**
 * What a `for…of` loop over an array, a tuple or an `Iterable<T>` gets: several types for tuples and unions,
 * none for what is iterable in other ways.
 */
export function* iteratedTypes(type: TypeInfo): Asking<readonly TypeInfo[]> {
  const iterated: TypeInfo[] = [];
  for (const part of yield* unionParts(type)) iterated.push(...(yield* iteratedByPart(part)));
  return iterated;
}

function* iteratedByPart(part: TypeInfo): Asking<readonly TypeInfo[]> {
  const list = part.flags & TypeFlags.Object ? part : yield* apparent(part);
  if (!(list.flags & TypeFlags.Object)) return [];
  if (yield* ask('isTuple', list)) return yield* ask('typeArguments', list);
  if (yield* ask('isArrayLike', list)) {
    const element = yield* ask('numberIndexType', list);
    return element ? [element] : [];
  }
  const isReference = (list.objectFlags ?? 0) & ObjectFlags.Reference;
  return isReference ? (yield* ask('typeArguments', list)).slice(0, 1) : [];
}
