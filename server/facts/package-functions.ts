/** Functions of packages that block: what their JavaScript exports, found again by what their declarations say. */

import { isScript } from '../syntax/script-files.ts';
import {
  isCallExpression,
  isExternalModuleReference,
  isImportDeclaration,
  isStringLiteral,
  isVariableDeclaration,
  type Expression,
  type ImportEqualsDeclaration,
  type Node,
  type StringLiteral,
} from '../syntax/ast.ts';
import { ask, shared, SymbolFlags, type Asking, type NodeRef, type SymbolInfo } from '../engine/questions.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { calleeSymbol } from './callee.ts';
import { leadsIn, type Goal } from './leads.ts';
import { originOf, packageOf } from './origin.ts';
import type { ExportedFunction, PackageFunction, PackagesSought } from './package-code.ts';

interface PackageFunctions {
  readonly byDeclaration: ReadonlyMap<string, PackageFunction>;
  /** By which their calls are looked for. */
  readonly goals: readonly Goal[];
}

const NONE: PackageFunctions = { byDeclaration: new Map(), goals: [] };

/** The function that a symbol stands for, where a package's JavaScript tells that it blocks. */
export function* packageFunction(
  symbol: SymbolInfo,
  knowledge: BlockingKnowledge,
): Asking<PackageFunction | undefined> {
  const { byDeclaration } = yield* packageFunctions(knowledge);
  if (byDeclaration.size === 0) return undefined;
  const [found] = symbol.declarations.flatMap(declaration => byDeclaration.get(keyOf(declaration)) ?? []);
  return found;
}

/** All those that the files of a program may call. */
export function* packageFunctions({ packages, takers }: BlockingKnowledge): Asking<PackageFunctions> {
  return packages ? yield* shared(packages, () => find(packages, takers)) : NONE;
}

function* find(sought: PackagesSought, takers: ReadonlySet<string>): Asking<PackageFunctions> {
  const { files } = yield* leadsIn(yield* ask('sources', 'program'), takers);
  const imports = new Map(
    files
      .filter(({ source }) => !isScript(source, sought.root))
      .map(({ source, specifiers }) => [source.fileName, specifiers.filter(it => isSought(it, sought))] as const)
      .filter(([, specifiers]) => specifiers.length > 0),
  );
  const exportedTo = sought.code.blocking(imports, sought.knowledge);
  const byDeclaration = new Map<string, PackageFunction>();
  const goals = new Map<string, Goal>();
  const importing = files.filter(({ source }) => imports.has(source.fileName));
  const specifiers = importing.flatMap(({ source }) => source.imports.filter(isStringLiteral));
  const exporting = new Map<readonly ExportedFunction[], StringLiteral>();
  for (const specifier of specifiers) {
    const exported = exportedTo(specifier.getSourceFile().fileName, specifier.text);
    if (exported.length > 0 && (defaultName(specifier) || !exporting.has(exported))) exporting.set(exported, specifier);
  }
  for (const [exported, specifier] of exporting) {
    for (const { path, leaf } of exported) {
      const declarations = yield* declarationsOf(specifier, path, leaf.package);
      for (const declaration of declarations) byDeclaration.set(keyOf(declaration), leaf);
      const name = path.at(-1)!;
      const mention = path.length === 1 && name === 'default' ? specifier.text : undefined;
      if (declarations.length > 0) goals.set(`${name} ${mention}`, { name, mention });
    }
  }
  return { byDeclaration, goals: [...goals.values()] };
}

const PACKAGE = /^(?:@[\w.-]+\/)?[\w-][\w.-]*(?=\/|$)/;

/** The package that a specifier names; `undefined` for one that names a file, or a module of Node in its own scheme. */
export const packageIn = (specifier: string): string | undefined => PACKAGE.exec(specifier)?.[0];

function isSought(specifier: string, { names }: PackagesSought): boolean {
  const name = packageIn(specifier);
  return name !== undefined && (names === 'all' || names.includes(name));
}

/**
 * The declarations of what a package exports that are no other's as well: a class may have a method of its own for one
 * that its types inherit.
 */
function* declarationsOf(specifier: StringLiteral, path: readonly string[], owner: string): Asking<readonly NodeRef[]> {
  const declarations = (yield* exportedBy(specifier, path))?.declarations ?? [];
  if (path.at(-2) !== 'prototype') {
    return declarations.filter(one => (path.length === 1 ? originOf(one).kind !== 'lib' : packageOf(one) === owner));
  }
  const types: unknown[] = [];
  const owning = yield* exportedBy(specifier, path.slice(0, -2));
  for (const type of owning?.declarations ?? []) types.push(yield* ask('node', type));
  const found: NodeRef[] = [];
  for (const one of declarations) if (types.includes((yield* ask('node', one))?.parent)) found.push(one);
  return found;
}

/** What the module of a specifier declares at the end of a path of names. */
function* exportedBy(specifier: StringLiteral, path: readonly string[]): Asking<SymbolInfo | undefined> {
  const module = yield* ask('symbolAt', specifier);
  let at = module;
  for (const [i, name] of path.entries()) {
    const member: SymbolInfo | undefined = at && (yield* memberOf(at, name));
    // What `export =` names is the default to those who import it, and no member of the module.
    const imported: Node | undefined = i === 0 && name === 'default' && !member ? defaultName(specifier) : undefined;
    at = imported ? yield* calleeSymbol(imported as Expression) : member;
  }
  return at;
}

/** The name under which a file has what a module exports as its default. */
function defaultName({ parent }: StringLiteral): Node | undefined {
  if (isImportDeclaration(parent)) return parent.importClause?.name;
  if (isExternalModuleReference(parent)) return (parent.parent as ImportEqualsDeclaration).name;
  return isCallExpression(parent) && isVariableDeclaration(parent.parent) ? parent.parent.name : undefined;
}

function* memberOf(owner: SymbolInfo, name: string): Asking<SymbolInfo | undefined> {
  const type = yield* ask('typeOfSymbol', owner);
  const found = type && (yield* ask('property', { type, name }));
  return found && found.flags & SymbolFlags.Alias ? yield* ask('aliasedSymbol', found) : found;
}

const keyOf = ({ file, index }: NodeRef): string => `${file} ${index}`;
