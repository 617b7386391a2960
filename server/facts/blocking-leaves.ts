/** The functions that are known to block: those that packs name. */

import { isArrowFunction, isFunctionExpression, SyntaxKind, type CallExpression, type NewExpression } from '../syntax/ast.ts';
import type { Asking, SymbolInfo } from '../engine/questions.ts';
import type { BlockingFunction, BlockingTier } from './blocking-function.ts';
import { isOneOf, namesIn, type NamedIn } from './members.ts';
import type { Search } from './leads.ts';

/** What packs say that matters here. */
export interface BlockingPack {
  readonly module: string;
  readonly blocking?: readonly BlockingFunction[];
  readonly runsCallbacksNow?: readonly string[];
  readonly handlers?: readonly string[];
}

/** What is looked for in a program. The same object for the same packs and tiers. */
export interface BlockingKnowledge {
  readonly search: Search;
  readonly leaves: readonly { readonly module: string; readonly leaf: BlockingFunction }[];
  readonly runners: readonly NamedIn[];
  readonly handlers: readonly NamedIn[];
}

const known = new WeakMap<object, Map<string, BlockingKnowledge>>();

export function blockingKnowledge(packs: readonly BlockingPack[], tiers: readonly BlockingTier[]): BlockingKnowledge {
  let byTiers = known.get(packs);
  if (!byTiers) known.set(packs, (byTiers = new Map()));
  const key = tiers.join();
  let knowledge = byTiers.get(key);
  if (!knowledge) byTiers.set(key, (knowledge = knowledgeOf(packs, tiers)));
  return knowledge;
}

function knowledgeOf(packs: readonly BlockingPack[], tiers: readonly BlockingTier[]): BlockingKnowledge {
  const leaves = packs.flatMap(({ module, blocking = [] }) =>
    blocking.filter(({ tier = 'blocking' }) => tiers.includes(tier)).map(leaf => ({ module, leaf })),
  );
  const runners = namesIn(packs, 'runsCallbacksNow');
  const handlers = namesIn(packs, 'handlers');
  const runnerNames = lastParts(runners);
  return {
    leaves,
    runners,
    handlers,
    search: {
      goals: new Set(leaves.map(({ leaf }) => lastPart(leaf.name))),
      runners: runnerNames,
      takers: new Set([...runnerNames, ...lastParts(handlers), 'then', 'catch', 'finally']),
    },
  };
}

const lastParts = (named: readonly NamedIn[]) => new Set(named.flatMap(({ names }) => names.map(lastPart)));
const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The known function that a callee's symbol stands for. */
export function* blockingFunction(symbol: SymbolInfo, { leaves }: BlockingKnowledge): Asking<BlockingFunction | undefined> {
  for (const { module, leaf } of leaves) {
    if (lastPart(leaf.name) !== symbol.name) continue;
    if (yield* isOneOf(symbol, [{ module, names: [leaf.name] }])) return leaf;
  }
  return undefined;
}

/** Whether a call of a function that may block does so, by its arguments. */
export function blocksWith(leaf: BlockingFunction, call: CallExpression | NewExpression): boolean {
  const values = call.arguments ?? [];
  if (leaf.unlessCallback && values.some(it => isArrowFunction(it) || isFunctionExpression(it))) return false;
  return leaf.ifFalse === undefined || values[leaf.ifFalse]?.kind === SyntaxKind.FalseKeyword;
}
