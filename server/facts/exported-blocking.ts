/** What a module of a package exports that blocks: asked in a program that has the JavaScript of packages. */

import type { Node } from '../syntax/ast.ts';
import { isConditional } from '../syntax/conditional-code.ts';
import { lastName } from '../syntax/code-labels.ts';
import { isAsync, isPlainFunction } from '../syntax/functions.ts';
import {
  ask,
  shared,
  SymbolFlags,
  TypeFlags,
  type Asking,
  type SymbolInfo,
  type TypeInfo,
} from '../engine/questions.ts';
import { blockingGraph, type BlockingGraph, type BlockingPath } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { targetsOf } from './call-targets.ts';
import type { ExportedFunction, PackageFunction, PackageStep } from './package-code.ts';
import type { Step } from './blocking-verdicts.ts';

/** `default`, a class, `prototype`, and its method. */
const LONGEST_PATH = 4;

/**
 * @param namespace the name of the module, as `import * as namespace` declares it
 * @param owner the package, as people import it
 */
export function* exportedBlocking(
  namespace: Node,
  owner: string,
  { knowledge, leading }: ExportScope,
): Asking<readonly ExportedFunction[]> {
  const graph = yield* blockingGraph(knowledge);
  const files = yield* shared(graph, () => filesLeading(graph, leading));
  const type = files.size > 0 ? yield* ask('typeAt', namespace) : undefined;
  const found: ExportedFunction[] = [];
  if (type) yield* search(type, [], { graph, owner, files, found, above: new Set() });
  return found;
}

export interface ExportScope {
  readonly knowledge: BlockingKnowledge;
  /** Some files, and all that import such, directly or not. */
  readonly leading: (files: ReadonlySet<string>) => ReadonlySet<string>;
}

function* filesLeading({ solutions }: BlockingGraph, leading: ExportScope['leading']): Asking<ReadonlySet<string>> {
  return leading(new Set([...solutions.keys()].map(node => node.getSourceFile().fileName)));
}

interface Search {
  readonly graph: BlockingGraph;
  readonly owner: string;
  /** Those in which something blocks, and that import such. */
  readonly files: ReadonlySet<string>;
  readonly found: ExportedFunction[];
  /** The types that lead to the one that is looked at. */
  readonly above: ReadonlySet<number>;
}

function* search(type: TypeInfo, path: readonly string[], scope: Search): Asking<void> {
  const above = new Set([...scope.above, type.id]);
  for (const property of yield* ask('properties', type)) {
    const symbol = property.flags & SymbolFlags.Alias ? yield* ask('aliasedSymbol', property) : property;
    if (symbol && symbol.declarations.length > 0 && !isIn(symbol, scope)) continue;
    const own = symbol && (yield* ask('typeOfSymbol', symbol));
    if (!symbol || !own || above.has(own.id)) continue;
    const way = [...path, property.name];
    const blocking = property.name === 'prototype' ? undefined : yield* blockingBehind(symbol, own, scope);
    if (blocking) scope.found.push({ path: way, leaf: leafOf(blocking, property.name, scope.owner) });
    const isOpen = way.length < LONGEST_PATH && (own.flags & TypeFlags.Object) !== 0;
    if (isOpen && (yield* isOfPackage(own, property.name))) yield* search(own, way, { ...scope, above });
  }
}

const isIn = ({ declarations }: SymbolInfo, { files }: Search): boolean =>
  declarations.some(({ file }) => files.has(file));

interface Blocking {
  readonly path: BlockingPath;
  /** Whether it is written as an async function. */
  readonly isPromised: boolean;
  readonly parameters: number;
}

/** How what a symbol stands for blocks when it is called; all that may run has to. */
function* blockingBehind(symbol: SymbolInfo, type: TypeInfo, scope: Search): Asking<Blocking | undefined> {
  const made = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  for (const one of [symbol, made].filter(it => it !== undefined)) {
    if (!isIn(one, scope)) continue;
    for (const { alternatives } of yield* targetsOf(one, 'called', scope.graph.leads)) {
      const solutions = alternatives.flatMap(node => scope.graph.solutions.get(node) ?? []);
      if (solutions.length === 0 || solutions.length < alternatives.length) continue;
      const { path } = solutions.reduce((worst, other) => (other.cost > worst.cost ? other : worst));
      const functions = alternatives.filter(isPlainFunction);
      const parameters = Math.max(0, ...functions.map(fn => fn.parameters.length));
      return { path, parameters, isPromised: functions.some(isAsync) };
    }
  }
  return undefined;
}

/** What has members that the package's own code declares. */
function* isOfPackage(type: TypeInfo, name: string): Asking<boolean> {
  if (name === 'prototype' || name === 'default') return true;
  const declared = type.symbol ? yield* ask('symbolOfType', type) : undefined;
  return declared?.declarations.some(({ file }) => /\.[cm]?js$/.test(file)) ?? false;
}

function leafOf({ path: { steps, leaf }, isPromised, parameters }: Blocking, name: string, owner: string): PackageFunction {
  return {
    name,
    does: leaf.does,
    ...(leaf.tier && { tier: leaf.tier }),
    otherwise: isPromised
      ? 'It returns a promise, but holds the thread meanwhile: do it in a worker thread.'
      : `Look for an asynchronous function of \`${owner}\` that does the same, or do it in a worker thread.`,
    package: owner,
    parameters,
    via: steps.map(placeOf),
  };
}

const placeOf = ({ at, isFirstUse }: Step): PackageStep => ({
  file: at.getSourceFile().fileName,
  start: at.getStart(),
  end: at.end,
  name: lastName(at),
  isFirstUse,
  isConditional: isConditional(at),
});
