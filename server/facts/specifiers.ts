/**
 * Types and values named in a rule's options, with the meaning that typescript-eslint gives them
 * (https://typescript-eslint.io/packages/type-utils/type-or-value-specifier).
 */

import { isIdentifier, type Expression } from '../syntax/ast.ts';
import { ask, TypeFlags, type Asking, type NodeRef, type TypeInfo } from '../engine/questions.ts';
import { ambientModuleOf, originOf, packageOf } from './origin.ts';

export type Specifier =
  | string
  | { readonly from: 'file'; readonly name: string | readonly string[]; readonly path?: string }
  | { readonly from: 'lib'; readonly name: string | readonly string[] }
  | { readonly from: 'package'; readonly name: string | readonly string[]; readonly package: string };

const namesOf = (specifier: Specifier): readonly string[] => {
  const name = typeof specifier === 'string' ? specifier : specifier.name;
  return typeof name === 'string' ? [name] : name;
};

/** @param root absolute folder that `path` in a `from: 'file'` specifier is relative to */
export function* typeMatches(type: TypeInfo, specifiers: readonly Specifier[], root: string): Asking<boolean> {
  for (const specifier of specifiers) if (yield* typeMatchesOne(type, specifier, root)) return true;
  return false;
}

function* typeMatchesOne(type: TypeInfo, specifier: Specifier, root: string): Asking<boolean> {
  if (type.flags & TypeFlags.Union) {
    for (const part of yield* ask('parts', type)) if (!(yield* typeMatchesOne(part, specifier, root))) return false;
    return true;
  }
  if (yield* wholeTypeMatches(type, specifier, root)) return true;
  if (!(type.flags & TypeFlags.Intersection)) return false;
  for (const part of yield* ask('parts', type)) if (yield* typeMatchesOne(part, specifier, root)) return true;
  return false;
}

function* wholeTypeMatches(type: TypeInfo, specifier: Specifier, root: string): Asking<boolean> {
  const own = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  const alias = type.aliasSymbol ? yield* ask('aliasOfType', type) : undefined;
  const called = [(alias ?? own)?.name, type.intrinsicName];
  if (!namesOf(specifier).some(name => called.includes(name))) return false;
  return typeof specifier === 'string' || (yield* isDeclaredIn((own ?? alias)?.declarations ?? [], specifier, root));
}

/** Matches the callee of a call by its name; `type` is the callee's type. */
export function* valueMatches(
  callee: Expression,
  type: TypeInfo,
  specifiers: readonly Specifier[],
  root: string,
): Asking<boolean> {
  if (!isIdentifier(callee)) return false;
  for (const specifier of specifiers) {
    if (!namesOf(specifier).includes(callee.text)) continue;
    if (typeof specifier === 'string' || specifier.from !== 'package') return true;
    const symbol = type.symbol ? yield* ask('symbolOfType', type) : undefined;
    if (yield* isDeclaredIn(symbol?.declarations ?? [], specifier, root)) return true;
  }
  return false;
}

function* isDeclaredIn(
  declarations: readonly NodeRef[],
  specifier: Exclude<Specifier, string>,
  root: string,
): Asking<boolean> {
  switch (specifier.from) {
    case 'lib':
      // A type without a declaration, such as `string`, counts as the library's.
      return declarations.length === 0 || declarations.some(one => originOf(one).kind === 'lib');
    case 'file':
      return declarations.some(one => isInFile(one, specifier.path, root));
    case 'package':
      for (const one of declarations) {
        if (packageOf(one) === specifier.package || (yield* ambientModuleOf(one)) === specifier.package) return true;
      }
      return false;
  }
}

/** Without a path, any file below the root will do. Paths are compared without regard to case. */
function isInFile(declaration: NodeRef, path: string | undefined, root: string): boolean {
  const file = declaration.file.toLowerCase();
  if (path === undefined) return file.startsWith(`${root.toLowerCase()}/`);
  return file === `${root}/${path.replace(/^\.\//, '')}`.toLowerCase();
}
