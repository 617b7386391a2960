/** Of many functions, those that the time went to: more than some dozens nobody reads at a time. */

import type { GraphEdge, GraphNode } from '../../shared/panel/graph.ts';

export interface Functions {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The sites of the `most` functions whose tasks took longest, all together, and of all those that start them: what is
 * shown hangs together.
 */
export function busiest({ nodes, edges }: Functions, most: number): ReadonlySet<string> {
  const starters = startersOf(edges);
  const byTime = [...nodes.keys()].sort((a, b) => timeOf(nodes[b]!) - timeOf(nodes[a]!));
  const shown = new Set<number>();
  for (const node of byTime.slice(0, most)) {
    for (let at: number | undefined = node; at !== undefined && !shown.has(at); at = starters.get(at)) shown.add(at);
  }
  return new Set(Array.from(shown, node => nodes[node]!.site));
}

/** The functions of some sites, and the program; what leads to others is left out. */
export function only({ nodes, edges }: Functions, sites: ReadonlySet<string>): Functions {
  const kept = nodes.filter(({ site }) => site === '' || sites.has(site));
  const at = new Map(kept.map((node, index) => [node, index]));
  return {
    nodes: kept,
    edges: edges.flatMap(edge => {
      const [from, to] = [at.get(nodes[edge.from]!), at.get(nodes[edge.to]!)];
      return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
    }),
  };
}

const timeOf = ({ running, ready, suspended }: GraphNode): number => running + ready + suspended;

/** By index: the function that starts another one most often; the program starts nothing that another one does. */
function startersOf(edges: readonly GraphEdge[]): ReadonlyMap<number, number> {
  const most = new Map<number, GraphEdge>();
  for (const edge of edges) {
    if (edge.kind !== 'spawn' || edge.from === edge.to) continue;
    const known = most.get(edge.to);
    if (known === undefined || known.count < edge.count) most.set(edge.to, edge);
  }
  return new Map(Array.from(most, ([to, { from }]) => [to, from]));
}
