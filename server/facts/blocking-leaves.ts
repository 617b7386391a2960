/** The functions that are known to block: those that packs name. */

import {
  isArrowFunction,
  isFunctionExpression,
  SyntaxKind,
  type CallExpression,
  type NewExpression,
} from '../syntax/ast.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import type { BlockingFunction, BlockingTier } from './blocking-function.ts';
import { isOneOf, lastPart, namesIn, type NamedIn } from './members.ts';
import { declared, hasTag } from './callee.ts';
import type { FileSites } from '../syntax/call-sites.ts';
import type { Goal } from './leads.ts';
import type { PackageCode, PackagesSought } from './package-code.ts';

/** What packs say that matters here. */
export interface BlockingPack {
  readonly module: string;
  readonly blocking?: readonly BlockingFunction[];
  readonly nonblocking?: readonly string[];
  readonly runsCallbacksNow?: readonly string[];
  readonly handlers?: readonly string[];
  readonly commands?: readonly string[];
  readonly commandHooks?: readonly string[];
}

/** What is looked for in a program. The same object for the same packs and tiers. */
export interface BlockingKnowledge {
  /** Names of functions whose arguments are called, whenever that is. */
  readonly takers: ReadonlySet<string>;
  /** By the last parts of their names. */
  readonly leaves: ReadonlyMap<string, readonly Leaf[]>;
  readonly runners: readonly NamedIn[];
  readonly handlers: readonly NamedIn[];
  readonly commands: readonly NamedIn[];
  readonly commandHooks: readonly NamedIn[];
  /** What blocks hardly ever, whatever its code says. */
  readonly harmless: readonly NamedIn[];
  /** `undefined` where the JavaScript of packages is not looked into. */
  readonly packages: PackagesSought | undefined;
}

interface Leaf {
  readonly module: string;
  readonly leaf: BlockingFunction;
}

const known = new WeakMap<object, Map<string, BlockingKnowledge>>();

/** What packs say of functions in some tiers. */
export function blockingKnowledge(packs: readonly BlockingPack[], tiers: readonly BlockingTier[]): BlockingKnowledge {
  return kept(packs, tiers.join(), () => knowledgeOf(packs, tiers));
}

/** The same, and what is found in the JavaScript of packages. */
export function withPackages(
  knowledge: BlockingKnowledge,
  { code, names, root }: Omit<PackagesSought, 'knowledge'>,
): BlockingKnowledge {
  const ofCode = knowledgeIn.get(code) ?? new WeakMap<BlockingKnowledge, object>();
  knowledgeIn.set(code, ofCode);
  const key = ofCode.get(knowledge) ?? {};
  ofCode.set(knowledge, key);
  return kept(key, JSON.stringify([names, root]), () => ({ ...knowledge, packages: { code, names, root, knowledge } }));
}

const knowledgeIn = new WeakMap<PackageCode, WeakMap<BlockingKnowledge, object>>();

function kept(owner: object, key: string, make: () => BlockingKnowledge): BlockingKnowledge {
  let all = known.get(owner);
  if (!all) known.set(owner, (all = new Map()));
  let knowledge = all.get(key);
  if (!knowledge) all.set(key, (knowledge = make()));
  return knowledge;
}

function knowledgeOf(packs: readonly BlockingPack[], tiers: readonly BlockingTier[]): BlockingKnowledge {
  const leaves = new Map<string, Leaf[]>();
  for (const { module, blocking = [] } of packs) {
    for (const leaf of blocking.filter(({ tier = 'blocking' }) => tiers.includes(tier))) {
      const name = lastPart(leaf.name);
      leaves.set(name, [...(leaves.get(name) ?? []), { module, leaf }]);
    }
  }
  const runners = namesIn(packs, 'runsCallbacksNow');
  const handlers = namesIn(packs, 'handlers');
  const takers = [...runners, ...handlers].flatMap(({ names }) => names.map(lastPart));
  const commands = namesIn(packs, 'commands');
  const commandHooks = namesIn(packs, 'commandHooks');
  return {
    leaves,
    runners,
    handlers,
    commands,
    commandHooks,
    harmless: namesIn(packs, 'nonblocking'),
    takers: new Set([...takers, 'then', 'catch', 'finally']),
    packages: undefined,
  };
}

/**
 * What to look for in a program, by names. Functions whose names end in `Sync` are passed on by libraries. Others have
 * common names: they count where the program imports the module that they are of, or a file mentions the global object.
 */
export function goalsIn(files: readonly FileSites[], { leaves }: BlockingKnowledge): readonly Goal[] {
  const imported = new Set<string>();
  for (const { modules } of files) for (const module of modules) imported.add(module);
  const marked = files.flatMap(file => file.marked.map(name => ({ name, mention: undefined })));
  const known = [...leaves].flatMap(([name, all]) => all.flatMap(leaf => goalOf(name, leaf, imported) ?? []));
  return [...known, ...marked];
}

function goalOf(name: string, { module, leaf }: Leaf, imported: ReadonlySet<string>): Goal | undefined {
  if (name === leaf.name && name.endsWith('Sync')) return { name, mention: undefined };
  if (module === 'lib') return { name, mention: leaf.name.slice(0, leaf.name.indexOf('.')) };
  const mayBeCalled = module.startsWith('/') || imported.has(module.replace(/^node:/, ''));
  return mayBeCalled ? { name, mention: undefined } : undefined;
}

/** The known function that a callee's symbol stands for. */
export function* blockingFunction(
  symbol: SymbolInfo,
  { leaves }: BlockingKnowledge,
): Asking<BlockingFunction | undefined> {
  for (const { module, leaf } of leaves.get(symbol.name) ?? []) {
    if (yield* isOneOf(symbol, [{ module, names: [leaf.name] }])) return leaf;
  }
  return undefined;
}

/** The name of a function that is called by another one. */
export function ownName({ name }: BlockingFunction, calledAs: string): string | undefined {
  const own = lastPart(name);
  return own === calledAs || own === 'default' ? undefined : own;
}

/** A function of the project that says so of itself, in a comment with `@blocking`. */
export function* markedFunction(symbol: SymbolInfo): Asking<BlockingFunction | undefined> {
  for (const reference of symbol.declarations) {
    const declaration = yield* declared(reference);
    if (declaration && hasTag(declaration, 'blocking')) return { name: symbol.name, does: 'does its work' };
  }
  return undefined;
}

/** Whether a call of a function that may block does so, by its arguments. */
export function blocksWith(leaf: BlockingFunction, call: CallExpression | NewExpression): boolean {
  const values = call.arguments ?? [];
  if (leaf.unlessCallback && values.some(it => isArrowFunction(it) || isFunctionExpression(it))) return false;
  return leaf.ifFalse === undefined || values[leaf.ifFalse]?.kind === SyntaxKind.FalseKeyword;
}
