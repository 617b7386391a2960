/** What the search for blocking calls tells of a file, as text: it changes when anything does that a finding may say. */

import type { Node, SourceFile } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { mayHoldUpOthers } from './async-contexts.ts';
import { blockingArgument, blockingCalls, holdsUpNobody, type BlockingPath } from './blocking.ts';
import { blockingGraph } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';

/** Empty for a file in which nothing blocks that others may wait for. */
export function* blockingSummary(source: SourceFile, knowledge: BlockingKnowledge, root: string): Asking<string> {
  const { leads, edges, handed } = yield* blockingGraph(knowledge);
  const lines: string[] = [];
  for (const { node, sites } of leads.fileOf(source)?.codes ?? []) {
    const calls = edges.has(node) && mayHoldUpOthers(node) ? yield* blockingCalls(node, knowledge) : [];
    if (calls.length > 0) lines.push(`${yield* whoWaits(node, knowledge, root)} ${calls.map(inWords).join()}`);
    for (const site of sites.filter(site => handed.has(site.node))) {
      const path = yield* blockingArgument(site.node, knowledge);
      if (path) lines.push(`${yield* whoWaits(site.node, knowledge, root)} ${inWords(path)}`);
    }
  }
  return lines.join('\n');
}

function* whoWaits(node: Node, knowledge: BlockingKnowledge, root: string): Asking<'nobody' | 'others'> {
  return (yield* holdsUpNobody(node, knowledge, root)) ? 'nobody' : 'others';
}

const inWords = ({ steps, leaf }: BlockingPath): string =>
  [...steps.map(({ at, isFirstUse }) => `${placeOf(at)}${isFirstUse ? ' once' : ''}`), leaf.name].join(' > ');

const placeOf = (node: Node): string => `${node.getSourceFile().fileName} ${node.pos}-${node.end}`;
