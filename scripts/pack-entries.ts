/** Which entries of knowledge packs name something that the installed packages declare. */

import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { Engine } from '../server/engine/engine.ts';
import { findCompiler } from '../server/engine/find-compiler.ts';
import type { Program } from '../server/engine/program.ts';
import { ask, type Asking } from '../server/engine/questions.ts';
import { isOneOf } from '../server/facts/members.ts';
import type { Pack } from '../server/packs/pack.ts';
import { isIdentifier, SyntaxKind, type Node } from '../server/syntax/ast.ts';

export interface PackEntry {
  readonly module: string;
  /** The list that it stands in, such as `serializers`. */
  readonly list: string;
  readonly name: string;
}

/** Everything that packs say of functions, members and types. */
export function entriesOf(packs: readonly Pack[]): PackEntry[] {
  return packs.flatMap(({ module, ...lists }) =>
    Object.entries(lists).flatMap(([list, entries]) =>
      entries.map(entry => ({ module, list, name: typeof entry === 'string' ? entry : entry.name })),
    ),
  );
}

const DECLARATIONS: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.ClassDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.GetAccessor,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.MethodSignature,
  SyntaxKind.PropertyDeclaration,
  SyntaxKind.PropertySignature,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.VariableDeclaration,
]);

/**
 * The entries that match no declaration, found as rules find them.
 * @param tsconfig absolute path of a project that imports each of the modules
 */
export function unmatched(tsconfig: string, entries: readonly PackEntry[]): PackEntry[] {
  const folder = dirname(tsconfig);
  const engine = new Engine(folder, 'run', { checkpoint: () => undefined, log: console.error, started: () => undefined });
  try {
    engine.openProject(tsconfig);
    return engine.use(snapshot => {
      const program = snapshot.programOf(tsconfig);
      if (!program) throw new Error(`There is no project ${tsconfig}.`);
      const files = new Map<string, readonly string[]>();
      for (const { module } of entries) if (!files.has(module)) files.set(module, typesOf(module, folder));
      return entries.filter(entry => !isDeclared(program, entry, files.get(entry.module)!));
    });
  } finally {
    engine.dispose();
  }
}

/** The type declarations that a module can come from. */
function typesOf(module: string, folder: string): string[] {
  if (module === 'lib') return declarationsBelow(dirname(findCompiler()));
  const typed = module.replace(/^@(.+)\//, '$1__');
  const packages = isBuiltin(module) ? ['@types/node'] : [module, `@types/${typed}`];
  return packages.map(name => `${folder}/node_modules/${name}`).filter(existsSync).flatMap(declarationsBelow);
}

/** By the paths that the compiler knows them by. */
function declarationsBelow(linked: string): string[] {
  const folder = realpathSync(linked).replaceAll('\\', '/');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter(name => /\.d\.[cm]?ts$/.test(name)).map(name => `${folder}/${name.replaceAll('\\', '/')}`);
}

function isDeclared(program: Program, entry: PackEntry, files: readonly string[]): boolean {
  const name = entry.name.slice(entry.name.lastIndexOf('.') + 1);
  return files.some(file => {
    const source = readFileSync(file, 'utf8').includes(name) ? program.sourceFile(file) : undefined;
    if (!source) return false;
    const names = program.nodes(source, DECLARATIONS).flatMap(node => nameOf(node) ?? []);
    const named = names.filter(node => isIdentifier(node) && node.text === name);
    return program.run(named.map(node => matches(node, entry))).includes(true);
  });
}

const nameOf = (declaration: Node): Node | undefined => (declaration as Node & { readonly name?: Node }).name;

function* matches(name: Node, { module, name: entry }: PackEntry): Asking<boolean> {
  const symbol = yield* ask('symbolAt', name);
  return symbol !== undefined && (yield* isOneOf(symbol, [{ module, names: [entry] }]));
}
