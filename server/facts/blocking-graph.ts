/**
 * All calls of a program that block the thread, and the shortest way from each to a function that is known to.
 *
 * They are found from these functions backwards: names tell which places may call what blocks (`leads.ts`), types
 * whether they do, and who does blocks as well. So hardly more is asked than there is to be found.
 */

import type { Node } from '../syntax/ast.ts';
import type { Code, Holder } from '../syntax/call-sites.ts';
import { ask, shared, type Asking } from '../engine/questions.ts';
import type { BlockingFunction } from './blocking-function.ts';
import { goalsIn, type BlockingKnowledge } from './blocking-leaves.ts';
import { Verdicts, type Edge, type Lead, type Step, type Verdict } from './blocking-verdicts.ts';
import { leadsIn, type Leads } from './leads.ts';
import { viaOf, type PackageFunction } from './package-code.ts';
import { packageFunctions } from './package-functions.ts';

/** How a function blocks: by these calls, each in the function that the one before calls. */
export interface BlockingPath {
  readonly steps: readonly Step[];
  readonly leaf: BlockingFunction | PackageFunction;
}

export interface Solution {
  /** Lower is better: steps, and far more where a cache is filled. */
  readonly cost: number;
  readonly path: BlockingPath;
}

export interface BlockingGraph {
  readonly leads: Leads;
  /** By the code that it stands in, what may block. */
  readonly edges: Map<Node, Edge[]>;
  /** By the argument that names a function, what it runs when it is called. */
  readonly handed: Map<Node, readonly Edge[]>;
  /** What keeps functions that are not known to block yet, with what is kept. */
  readonly holders: Map<Holder, readonly Edge[]>;
  /** Of the code that blocks. */
  readonly solutions: Map<Node, Solution>;
}

const FIRST_USE_COST = 1000;

/** What blocks in this program, found once. */
export const blockingGraph = (knowledge: BlockingKnowledge): Asking<BlockingGraph> =>
  shared(knowledge, () => explore(knowledge));

function* explore(knowledge: BlockingKnowledge): Asking<BlockingGraph> {
  const leads = yield* leadsIn(yield* ask('sources', 'program'), knowledge.takers);
  const graph: BlockingGraph = { leads, edges: new Map(), handed: new Map(), holders: new Map(), solutions: new Map() };
  const { goals: ofPackages } = yield* packageFunctions(knowledge);
  const goals = [...goalsIn(leads.files, knowledge), ...ofPackages];
  const seen = new Set<Node>();
  const verdicts = yield* Verdicts.of(leads, knowledge);
  let open: readonly Lead[] = goals.flatMap(goal => leads.naming(goal));
  while (open.length > 0) {
    const fresh = open.filter(({ node }) => !seen.has(node) && seen.add(node));
    const found = yield* verdicts.about(fresh);
    for (const [i, verdict] of found.entries()) add(graph, fresh[i]!, verdict);
    const codes = newlySolved(graph).flatMap(node => leads.codeOf(node) ?? []).filter(code => !code.isDeferred);
    const solved = [...codes, ...newlyHeld(graph)];
    open = yield* leadsTo(solved, leads);
  }
  return graph;
}

function* leadsTo(solved: readonly (Code | Holder)[], leads: Leads): Asking<readonly Lead[]> {
  const found: Lead[] = solved.filter(named => 'handedTo' in named && named.handedTo);
  for (const named of solved) found.push(...(yield* leads.calling(named)));
  return found;
}

/** What was found to keep a function that blocks; each is given once. */
function newlyHeld({ holders, solutions }: BlockingGraph): Holder[] {
  const found = [...holders]
    .filter(([, edges]) => edges.some(edge => solutionOf(edge, solutions)))
    .map(([holder]) => holder);
  for (const holder of found) holders.delete(holder);
  return found;
}

/** Works out the shortest ways over all edges that are known; gives the code that none was known of before. */
function newlySolved({ edges, solutions }: BlockingGraph): Node[] {
  const found: Node[] = [];
  for (let improved = true; improved; ) {
    improved = false;
    for (const [node, all] of edges) {
      for (const edge of all) {
        const solution = solutionOf(edge, solutions);
        const before = solutions.get(node);
        if (!solution || solution.cost >= (before?.cost ?? Infinity)) continue;
        if (!before) found.push(node);
        solutions.set(node, solution);
        improved = true;
      }
    }
  }
  return found;
}

/** A call blocks if all that it may call do. */
export function solutionOf(edge: Edge, solutions: BlockingGraph['solutions']): Solution | undefined {
  if (edge.kind === 'in-place') return solutions.get(edge.fn);
  const { step } = edge;
  const cost = costOf([step]);
  if (edge.kind === 'leaf') return { cost: cost + costOf(viaOf(edge.leaf)), path: { steps: [step], leaf: edge.leaf } };
  let worst: Solution | undefined;
  for (const node of edge.alternatives) {
    const solution = solutions.get(node);
    if (!solution) return undefined;
    if (!worst || solution.cost > worst.cost) worst = solution;
  }
  if (!worst) return undefined;
  const { steps, leaf } = worst.path;
  return { cost: worst.cost + cost, path: { steps: [step, ...steps], leaf } };
}

const costOf = (steps: readonly { readonly isFirstUse: boolean }[]): number =>
  steps.reduce((cost, { isFirstUse }) => cost + 1 + (isFirstUse ? FIRST_USE_COST : 0), 0);

function add(graph: BlockingGraph, lead: Lead, { edges, runsHere }: Verdict): void {
  if ('isMember' in lead) {
    graph.holders.set(lead, edges);
    return;
  }
  if ('use' in lead && lead.use === 'handed') graph.handed.set(lead.node, edges);
  if (!runsHere) return;
  const { node: within } = 'use' in lead ? lead.within : lead.handedTo!.within;
  const known = graph.edges.get(within);
  if (known) known.push(...edges);
  else graph.edges.set(within, [...edges]);
}
