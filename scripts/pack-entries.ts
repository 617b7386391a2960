/** Which entries of knowledge packs, and of what facts know besides, name something that installed packages declare. */

import { readFileSync } from 'node:fs';
import type { Program } from '../server/engine/program.ts';
import { ask, type Asking } from '../server/engine/questions.ts';
import { isOneOf, type NamedIn } from '../server/facts/members.ts';
import type { BlockingFunction } from '../server/facts/blocking-function.ts';
import { NEVER_REJECT } from '../server/facts/known-settlers.ts';
import { MAKERS, WRAPPERS } from '../server/facts/wrappers.ts';
import { PACKS } from '../server/packs/index.ts';
import type { Pack } from '../server/packs/pack.ts';
import { isIdentifier, SyntaxKind, type Node } from '../server/syntax/ast.ts';
import { declarationsOf, inProject } from './declarations.ts';

export interface PackEntry {
  readonly module: string;
  /** The list that it stands in, such as `serializers`. */
  readonly list: string;
  readonly name: string;
}

/** Everything that packs say of functions, members and types, and those that they recommend. */
export function entriesOf(packs: readonly Pack[]): PackEntry[] {
  return packs.flatMap(({ module, ...lists }) =>
    Object.entries(lists).flatMap(([list, entries]) =>
      entries.flatMap(entry =>
        typeof entry === 'string' ? { module, list, name: entry } : namesIn(entry, module, list),
      ),
    ),
  );
}

/** What facts know of libraries besides packs. */
const FACTS: Readonly<Record<string, readonly NamedIn[]>> = { MAKERS, NEVER_REJECT, WRAPPERS };

/** Everything that the product says of libraries. */
export function allEntries(): PackEntry[] {
  const ofFacts = Object.entries(FACTS).flatMap(([list, all]) =>
    all.flatMap(({ module, names }) => names.map(name => ({ module, list, name }))),
  );
  return [...entriesOf(PACKS), ...ofFacts];
}

function namesIn({ name, instead }: BlockingFunction, module: string, list: string): PackEntry[] {
  const recommended = instead ? [{ module: instead.module, list: `${list}, instead`, name: instead.name }] : [];
  return [{ module, list, name }, ...recommended];
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
  const files = new Map<string, readonly string[]>();
  for (const { module } of entries) if (!files.has(module)) files.set(module, declarationsOf(module, tsconfig));
  return inProject(tsconfig, program => entries.filter(entry => !isDeclared(program, entry, files.get(entry.module)!)));
}

function isDeclared(program: Program, entry: PackEntry, files: readonly string[]): boolean {
  const [, owner, member] = /^(?:(.*)\.)?(.+)$/.exec(entry.name)!;
  const name = (isInherited(entry) ? owner : member)!;
  return files.some(file => {
    const source = readFileSync(file, 'utf8').includes(name) ? program.sourceFile(file) : undefined;
    if (!source) return false;
    const names = program.nodes(source, DECLARATIONS).flatMap(node => nameOf(node) ?? []);
    // A default export goes by that name, whatever its own is.
    const named = names.filter(node => isIdentifier(node) && (node.text === name || name === 'default'));
    return program.run(named.map(node => matches(node, entry))).includes(true);
  });
}

const nameOf = (declaration: Node): Node | undefined => (declaration as Node & { readonly name?: Node }).name;

/** Hooks are found by the type that has them, whichever they come from. */
const isInherited = ({ list }: PackEntry): boolean => list === 'commandHooks';

function* matches(name: Node, entry: PackEntry): Asking<boolean> {
  const symbol = yield* ask('symbolAt', name);
  if (!symbol) return false;
  if (!isInherited(entry)) return yield* isOneOf(symbol, [{ module: entry.module, names: [entry.name] }]);
  const [owner, member] = entry.name.split('.') as [string, string];
  if (!(yield* isOneOf(symbol, [{ module: entry.module, names: [owner] }]))) return false;
  const type = yield* ask('declaredType', symbol);
  return type !== undefined && (yield* ask('property', { type, name: member })) !== undefined;
}
