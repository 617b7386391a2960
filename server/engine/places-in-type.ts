/** Which types the names in a type's text stand for, where that does not say the module that they are from. */

import { hiddenTypesIn } from './hidden-types.ts';
import { ask, ObjectFlags, TypeFlags, type Asking, type SymbolInfo, type TypeInfo } from './questions.ts';

/** A type made of more than these is not looked through. */
const MOST_PARTS = 100;

/** The compiler cannot be asked for what these are of. */
const INDEX_SIGNATURE = /\[\w+: \w+\]/;

/**
 * The files that declare those of the types in `type` that have one of these names, as text.
 * `undefined` where it has parts that cannot be looked into, or a file declares two types of one name.
 */
export function* placesInType(type: TypeInfo, text: string, names: ReadonlySet<string>): Asking<string | undefined> {
  // Of a type in a namespace, the namespace alone is looked for.
  if (INDEX_SIGNATURE.test(text) || [...names].some(name => text.includes(`${name}.`))) return undefined;
  const places = new Set<string>();
  const types = new Map([[type.id, type]]);
  // What is added on the way is visited, too.
  for (const part of types.values()) {
    const found = yield* look(part, text, names);
    if (!found || types.size > MOST_PARTS) return undefined;
    if (found.place !== undefined) places.add(found.place);
    for (const one of found.parts) if (!types.has(one.id)) types.set(one.id, one);
  }
  return [...places].toSorted().join();
}

interface Found {
  readonly place: string | undefined;
  readonly parts: readonly TypeInfo[];
}

function* look(type: TypeInfo, text: string, names: ReadonlySet<string>): Asking<Found | undefined> {
  const { flags, objectFlags = 0 } = type;
  if (type.aliasSymbol !== undefined) {
    const alias = yield* ask('aliasOfType', type);
    // What it is made of stays as it is, but for its arguments, which the compiler cannot be asked for.
    return alias && !text.includes(`${alias.name}<`) ? yield* declared(alias, names, []) : undefined;
  }
  if (flags & TypeFlags.UnionOrIntersection) return { place: undefined, parts: yield* ask('parts', type) };
  if (!(flags & TypeFlags.Object)) return flags & SIMPLE ? { place: undefined, parts: [] } : undefined;
  const symbol = yield* ask('symbolOfType', type);
  if (objectFlags & ObjectFlags.Reference) {
    return yield* declared(symbol, names, yield* ask('typeArguments', type));
  }
  if (objectFlags & ObjectFlags.ClassOrInterface) return yield* declared(symbol, names, []);
  return objectFlags & ObjectFlags.Anonymous ? yield* written(type, symbol) : undefined;
}

const SIMPLE =
  TypeFlags.Any |
  TypeFlags.Unknown |
  TypeFlags.Undefined |
  TypeFlags.Null |
  TypeFlags.Void |
  TypeFlags.Never |
  TypeFlags.String |
  TypeFlags.Number |
  TypeFlags.BigInt |
  TypeFlags.Boolean |
  TypeFlags.StringLiteral |
  TypeFlags.NumberLiteral |
  TypeFlags.BooleanLiteral |
  TypeFlags.BigIntLiteral |
  TypeFlags.NonPrimitive;

/** `symbol` has no name of its own where it is that of a tuple. */
function* declared(
  symbol: SymbolInfo | undefined,
  names: ReadonlySet<string>,
  parts: readonly TypeInfo[],
): Asking<Found | undefined> {
  if (!symbol || !names.has(symbol.name)) return { place: undefined, parts };
  const node = symbol.declarations[0] ? yield* ask('node', symbol.declarations[0]) : undefined;
  const source = node?.getSourceFile();
  if (!source || hiddenTypesIn(source).filter(name => name === symbol.name).length > 1) return undefined;
  return { place: `${symbol.name} ${source.fileName}`, parts };
}

/** An object type as it is written, without a name. */
function* written(type: TypeInfo, symbol: SymbolInfo | undefined): Asking<Found | undefined> {
  if (symbol?.name !== '__object' && symbol?.name !== '__type') return undefined;
  if ((yield* ask('callSignatures', type)).length > 0) return undefined;
  if ((yield* ask('constructSignatures', type)).length > 0) return undefined;
  const parts: TypeInfo[] = [];
  for (const property of yield* ask('properties', type)) {
    const its = yield* ask('typeOfSymbol', property);
    if (!its) return undefined;
    parts.push(its);
  }
  return { place: undefined, parts };
}
