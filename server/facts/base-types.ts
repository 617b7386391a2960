/** Classes and interfaces that a type is derived from. */

import { ask, SymbolFlags, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { isOneOf, type NamedIn } from './members.ts';

const MAX_BASES = 10;

/** Whether a type is one of these classes and interfaces, is derived from one, or adds to one by an intersection. */
export function* derivesFrom(type: TypeInfo, named: readonly NamedIn[], depth = MAX_BASES): Asking<boolean> {
  if (depth === 0) return false;
  if (type.flags & TypeFlags.Intersection) return yield* someDerivesFrom(yield* ask('parts', type), named, depth);
  const symbol = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  if (!symbol || !(symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface))) return false;
  if (yield* isOneOf(symbol, named)) return true;
  const declared = yield* ask('declaredType', symbol);
  return declared !== undefined && (yield* someDerivesFrom(yield* ask('baseTypes', declared), named, depth));
}

function* someDerivesFrom(types: readonly TypeInfo[], named: readonly NamedIn[], depth: number): Asking<boolean> {
  for (const type of types) if (yield* derivesFrom(type, named, depth - 1)) return true;
  return false;
}
