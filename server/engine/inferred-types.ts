/** What the compiler infers for functions that do not say what they return. */

import { isGetAccessorDeclaration, type Node } from '../syntax/ast.ts';
import { bareNames } from './hidden-types.ts';
import { outlineOf } from './outline.ts';
import type { Program } from './program.ts';
import { ask, TypeFlags, type Asking, type TypeInfo } from './questions.ts';
import { placesInType } from './places-in-type.ts';
import { hashOf } from './text-hash.ts';

/**
 * For each of `files` that the program has, a hash of all such types, which changes when one of them does.
 * @param hidden the names of types that modules do not export
 */
export function inferredTypesOf(
  program: Program,
  files: readonly string[],
  hidden: ReadonlySet<string>,
): Map<string, string> {
  const sources = files.flatMap(file => program.sourceFile(file) ?? []);
  const functions = sources.map(source => outlineOf(source).unsaid);
  const texts = program.run(functions.flat().map(fn => exactType(fn, hidden))).values();
  return new Map(sources.map(({ fileName }, i) => [fileName, hashOfAll(functions[i]!.map(() => texts.next().value!))]));
}

/**
 * What the body tells of a function's type, in full. Where the compiler leaves out what comes back to itself, or prints
 * a name that may be that of several types, the function's own text tells.
 */
export function* exactType(fn: Node, hidden: ReadonlySet<string>): Asking<string> {
  const type = yield* fromBody(fn);
  const text = type ? yield* ask('exactTypeText', type) : '...';
  const places = type && !LEFT_OUT.test(text) ? yield* placesOfNames(type, text, hidden) : undefined;
  return places === undefined ? text + fn.getText() : text + places;
}

/** What a function returns. Of one that returns a boolean the type may tell what that says of a parameter. */
function* fromBody(fn: Node): Asking<TypeInfo | undefined> {
  const type = yield* ask('typeAt', fn);
  // The type of an accessor is that of its value, which may be a function.
  if (!type || isGetAccessorDeclaration(fn)) return type;
  const signatures = yield* ask('callSignatures', type);
  const returned = signatures.length === 1 ? yield* ask('returnType', signatures[0]!) : undefined;
  return returned && !(returned.flags & TypeFlags.Boolean) ? returned : type;
}

/** Where hidden types are declared that a type's text names; `undefined` where it may name others than those found. */
function* placesOfNames(type: TypeInfo, text: string, hidden: ReadonlySet<string>): Asking<string | undefined> {
  const names = new Set(bareNames(text));
  for (const name of names) if (!hidden.has(name) && !(yield* ask('globalNamed', name))) return undefined;
  const unclear = [...names].filter(name => hidden.has(name));
  return unclear.length > 0 ? yield* placesInType(type, text, new Set(unclear)) : '';
}

/** Three dots that are not before a parameter's name. */
const LEFT_OUT = /\.\.\.(?![\p{ID_Start}$_])/u;

const hashOfAll = (texts: readonly string[]): string => (texts.length > 0 ? hashOf(texts.join('\n')) : '');
