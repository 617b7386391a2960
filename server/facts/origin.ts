/** Where a declaration comes from: TypeScript's own library, a package, or the project's files. */

import { isModuleDeclaration, isStringLiteral, type Node } from '../syntax/ast.ts';
import { ask, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';

export type Origin =
  | { readonly kind: 'lib' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'file'; readonly file: string };

/** The standard library lies beside the compiler's binary. */
const LIB = /\/@typescript\/typescript-[^/]+\/lib\/lib\.[^/]*\.d\.ts$/i;
const PACKAGE = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Where a declaration comes from, by the path of its file. */
export function originOf(declaration: NodeRef): Origin {
  if (LIB.test(declaration.file)) return { kind: 'lib' };
  const name = PACKAGE.exec(declaration.file)?.[1];
  return name ? { kind: 'package', name } : { kind: 'file', file: declaration.file };
}

/** Whether the language's or the platform's own library declares something. */
export function isFromLib(symbol: SymbolInfo): boolean {
  return symbol.declarations.some(declaration => originOf(declaration).kind === 'lib');
}

/**
 * The package that declares something, under the name people import: `@types/a__b` is `@a/b`.
 * `undefined` for the standard library and for the project's own files.
 */
export function packageOf(declaration: NodeRef): string | undefined {
  const origin = originOf(declaration);
  if (origin.kind !== 'package') return undefined;
  const typed = /^@types\/(.+)$/.exec(origin.name)?.[1];
  return typed ? typed.replace(/^(.+)__(.+)$/, '@$1/$2') : origin.name;
}

/** The names by which packs may call the module that declares something. */
export function* modulesOf(declaration: NodeRef): Asking<readonly string[]> {
  const origin = originOf(declaration);
  if (origin.kind === 'lib') return ['lib'];
  const owner = packageOf(declaration);
  const module = yield* ambientModuleOf(declaration);
  // By release, Node's types declare `assert` or `node:assert`, and the other as the same.
  const scheme = owner === 'node' && module !== undefined && !module.startsWith('node:') ? 'node:' : '';
  const names = [owner, module && scheme + module].filter(name => name !== undefined);
  return origin.kind === 'file' ? [...names, origin.file] : names;
}

/** The `x` of the `declare module 'x'` that a declaration stands in. */
export function* ambientModuleOf(declaration: NodeRef): Asking<string | undefined> {
  for (let node: Node | undefined = yield* ask('node', declaration); node; node = node.parent) {
    if (isModuleDeclaration(node) && isStringLiteral(node.name)) return node.name.text;
  }
  return undefined;
}
