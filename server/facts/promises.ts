/** Whether values of a type are promises. */

import { ask, ObjectFlags, SymbolFlags, TypeFlags, type Asking, type TypeInfo } from '../engine/questions.ts';
import { isFromLib } from './origin.ts';

/** How far class hierarchies are followed; deeper ones do not occur outside generated code. */
const MAX_BASES = 10;

/** Flags of types whose values have no members that could make them promises or functions. */
export const NEVER_AN_OBJECT =
  TypeFlags.StringLike |
  TypeFlags.NumberLike |
  TypeFlags.BigIntLike |
  TypeFlags.BooleanLike |
  TypeFlags.ESSymbolLike |
  TypeFlags.Void |
  TypeFlags.Undefined |
  TypeFlags.Null |
  TypeFlags.Never;

/** The members of a union, or the type itself. */
export function* unionParts(type: TypeInfo): Asking<readonly TypeInfo[]> {
  const isUnion = type.flags & TypeFlags.Union && !(type.flags & (TypeFlags.BooleanLike | TypeFlags.EnumLike));
  return isUnion ? yield* ask('parts', type) : [type];
}

/** What a type offers when used: of a type parameter its constraint, of `string` the interface `String`. */
export function* apparent(type: TypeInfo): Asking<TypeInfo> {
  const isItself = type.flags & (TypeFlags.Object | TypeFlags.Union | TypeFlags.Any | NEVER_AN_OBJECT);
  return isItself ? type : ((yield* ask('apparentType', type)) ?? type);
}

/** The constraint of a type that depends on a type parameter; of one without constraint, the type itself. */
export function* constrained(type: TypeInfo): Asking<TypeInfo> {
  const isConcrete = type.flags & (TypeFlags.Object | TypeFlags.Any | NEVER_AN_OBJECT);
  return isConcrete ? type : ((yield* ask('baseConstraint', type)) ?? type);
}

/** The built-in `Promise` or a class derived from it. A union is one if some member is. */
export function* isPromise(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (yield* isBuiltin(part, PROMISE, MAX_BASES)) return true;
  }
  return false;
}

/** Whether every value of the type is a built-in promise, or of a class derived from it. */
export function* isCertainlyPromise(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (!(yield* isBuiltin(part, PROMISE, MAX_BASES))) return false;
  }
  return true;
}

/** The value `Promise`, or one whose type is derived from that of it. */
export function* isPromiseConstructor(type: TypeInfo): Asking<boolean> {
  return yield* isBuiltin(type, CONSTRUCTOR, MAX_BASES);
}

/** An interface of the standard library, and a member without which nothing is one. */
interface Builtin {
  readonly name: string;
  readonly member: string;
}

const PROMISE: Builtin = { name: 'Promise', member: 'then' };
const CONSTRUCTOR: Builtin = { name: 'PromiseConstructor', member: 'all' };

function* isBuiltin(type: TypeInfo, builtin: Builtin, depth: number): Asking<boolean> {
  if (depth === 0 || type.flags & NEVER_AN_OBJECT) return false;
  if (type.flags & TypeFlags.Intersection) return yield* someBuiltin(yield* ask('parts', type), builtin, depth);
  if (type.flags & TypeFlags.Union) {
    for (const part of yield* ask('parts', type)) if (!(yield* isBuiltin(part, builtin, depth - 1))) return false;
    return true;
  }
  if (type.flags & TypeFlags.TypeParameter) {
    const constraint = yield* ask('baseConstraint', type);
    return constraint !== undefined && constraint.id !== type.id && (yield* isBuiltin(constraint, builtin, depth - 1));
  }
  // One question instead of a climb through all base classes: what has no `then` is no promise.
  if (!type.symbol || !(yield* ask('property', { type, name: builtin.member }))) return false;
  const symbol = yield* ask('symbolOfType', type);
  if (!symbol) return false;
  if (symbol.name === builtin.name && isFromLib(symbol)) return true;
  if (!(symbol.flags & (SymbolFlags.Class | SymbolFlags.Interface))) return false;
  const declared = yield* ask('declaredType', symbol);
  return declared !== undefined && (yield* someBuiltin(yield* ask('baseTypes', declared), builtin, depth));
}

function* someBuiltin(types: readonly TypeInfo[], builtin: Builtin, depth: number): Asking<boolean> {
  for (const type of types) if (yield* isBuiltin(type, builtin, depth - 1)) return true;
  return false;
}

/**
 * Anything whose `then` takes callbacks: the built-in `Promise` is one, and so are query builders and other
 * lazy things. One callback will do for `await`; to be told of rejections, two are needed.
 */
export function* isThenable(type: TypeInfo, callbacks: 1 | 2 = 2): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (yield* isThenablePart(part, callbacks)) return true;
  }
  return false;
}

/** Whether some value of the type is one that `await` waits for. */
export const isAwaited = (type: TypeInfo): Asking<boolean> => isThenable(type, 1);

/** Whether every value of the type is one that `await` waits for. */
export function* isAlwaysThenable(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) {
    if (!(yield* isThenablePart(part, 1))) return false;
  }
  return true;
}

function* isThenablePart(part: TypeInfo, callbacks: number): Asking<boolean> {
  if (part.flags & NEVER_AN_OBJECT) return false;
  const then = yield* ask('property', { type: part, name: 'then' });
  const thenType = then && (yield* ask('typeOfSymbol', then));
  return thenType !== undefined && (yield* takesCallbacks(thenType, callbacks));
}

function* takesCallbacks(type: TypeInfo, callbacks: number): Asking<boolean> {
  for (const part of yield* unionParts(type)) {
    for (const signature of yield* ask('callSignatures', part)) {
      if (signature.parameters.length < callbacks) continue;
      const first = yield* ask('parameterType', { signature, index: 0 });
      const last = yield* ask('parameterType', { signature, index: callbacks - 1 });
      if (first && last && (yield* maybeCallable(first)) && (yield* maybeCallable(last))) return true;
    }
  }
  return false;
}

/** Whether some member of the type can be called, as in `((reason: unknown) => void) | null`. */
function* maybeCallable(type: TypeInfo): Asking<boolean> {
  for (const part of yield* unionParts(yield* apparent(type))) if (yield* isCallable(part)) return true;
  return false;
}

/** Whether every value of the type can be called. */
export function* isCallable(type: TypeInfo): Asking<boolean> {
  return !(type.flags & NEVER_AN_OBJECT) && (yield* ask('callSignatures', type)).length > 0;
}

/** The element types of an array or a tuple; of a union, of all arrays and tuples in it. */
export function* elementTypes(type: TypeInfo): Asking<readonly TypeInfo[]> {
  const elements: TypeInfo[] = [];
  for (const part of yield* unionParts(type)) {
    const list = yield* apparent(part);
    if (!(list.flags & TypeFlags.Object) || !((list.objectFlags ?? 0) & ObjectFlags.Reference)) continue;
    if (yield* ask('isArray', list)) elements.push(...(yield* ask('typeArguments', list)).slice(0, 1));
    else if (yield* ask('isTuple', list)) elements.push(...(yield* ask('typeArguments', list)));
  }
  return elements;
}

/** Whether some member of a union is an array or a tuple, perhaps with more to it. */
export function* isArrayOrTuple(type: TypeInfo | undefined): Asking<boolean> {
  for (const part of type ? yield* unionParts(yield* apparent(type)) : []) {
    for (const one of part.flags & TypeFlags.Intersection ? yield* ask('parts', part) : [part]) {
      if (!(one.flags & TypeFlags.Object)) continue;
      if ((yield* ask('isArray', one)) || (yield* ask('isTuple', one))) return true;
    }
  }
  return false;
}
