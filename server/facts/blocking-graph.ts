/**
 * All calls of a program that block the thread, and the shortest way from each to a function that is known to.
 *
 * They are found from these functions backwards: names tell which places may call what blocks (`leads.ts`), types
 * whether they do, and who does blocks as well. So hardly more is asked than there is to be found.
 */

import { isCallExpression, isNewExpression, type Expression, type Node } from '../syntax/ast.ts';
import type { Code, Site } from '../syntax/call-sites.ts';
import { isFirstUse } from '../syntax/first-use.ts';
import { ask, shared, together, type Asking } from '../engine/questions.ts';
import type { BlockingFunction } from './blocking-function.ts';
import { blockingFunction, blocksWith, goalsIn, markedFunction, type BlockingKnowledge } from './blocking-leaves.ts';
import { targetsOf } from './call-targets.ts';
import { calleeSymbol } from './callee.ts';
import { leadsIn, type Leads } from './leads.ts';
import { isRunner, isRunNow } from './runs-now.ts';

/** One call on the way. */
export interface Step {
  /** The callee, or the argument that is called. */
  readonly at: Expression;
  /** It is made once, to fill a cache. */
  readonly isFirstUse: boolean;
}

/** How a function blocks: by these calls, each in the function that the one before calls. */
export interface BlockingPath {
  readonly steps: readonly Step[];
  readonly leaf: BlockingFunction;
}

/** What runs at a place. */
export type Edge =
  | { readonly kind: 'leaf'; readonly step: Step; readonly leaf: BlockingFunction }
  | { readonly kind: 'call'; readonly step: Step; readonly alternatives: readonly Node[] }
  /** A function that runs where it is written. */
  | { readonly kind: 'in-place'; readonly fn: Node };

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
  /** Of the code that blocks. */
  readonly solutions: Map<Node, Solution>;
}

/** A name that may stand for what blocks, or a function written in place that does. */
type Lead = Site | Code;

const FIRST_USE_COST = 1000;

export const blockingGraph = (knowledge: BlockingKnowledge): Asking<BlockingGraph> =>
  shared(knowledge, () => explore(knowledge));

function* explore(knowledge: BlockingKnowledge): Asking<BlockingGraph> {
  const leads = yield* leadsIn(yield* ask('sources', 'program'), knowledge.takers);
  const graph: BlockingGraph = { leads, edges: new Map(), handed: new Map(), solutions: new Map() };
  const goals = goalsIn(leads.files, knowledge);
  const names = new Set(goals.map(({ name }) => name));
  const seen = new Set<Node>();
  let open: readonly Lead[] = goals.flatMap(goal => leads.naming(goal));
  while (open.length > 0) {
    const fresh = open.filter(({ node }) => !seen.has(node) && seen.add(node));
    yield* together(fresh.map(lead => follow(lead, graph, knowledge)));
    const found = newlySolved(graph).flatMap(node => leads.codeOf(node) ?? []).filter(code => !code.isDeferred);
    for (const code of found) for (const name of leads.namesOf(code)) names.add(name);
    const calling: Lead[] = found.filter(({ handedTo }) => handedTo);
    for (const code of found) calling.push(...(yield* leads.calling(code)));
    open = calling;
  }
  yield* ask('dependence', { kind: 'mentions', names });
  return graph;
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
  const cost = 1 + (step.isFirstUse ? FIRST_USE_COST : 0);
  if (edge.kind === 'leaf') return { cost, path: { steps: [step], leaf: edge.leaf } };
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

/** Adds to the graph what a lead turns out to be. */
function* follow(lead: Lead, graph: BlockingGraph, knowledge: BlockingKnowledge): Asking<void> {
  if (!('use' in lead)) {
    if (yield* isRunNow(lead, graph.leads, knowledge)) add(graph, lead.handedTo!.within, [{ kind: 'in-place', fn: lead.node }]);
    return;
  }
  const edges = yield* edgesAt(lead, graph, knowledge);
  if (edges.length === 0) return;
  if (lead.use === 'handed') {
    graph.handed.set(lead.node, edges);
    if (!(yield* isRunner(lead.node.parent, knowledge))) return;
  }
  add(graph, lead.within, edges);
}

function add({ edges }: BlockingGraph, { node }: Code, more: readonly Edge[]): void {
  const known = edges.get(node);
  if (known) known.push(...more);
  else edges.set(node, [...more]);
}

function* edgesAt(site: Site, { leads }: BlockingGraph, knowledge: BlockingKnowledge): Asking<readonly Edge[]> {
  const symbol = yield* calleeSymbol(site.node);
  if (!symbol) return [];
  const step: Step = { at: site.node, isFirstUse: isFirstUse(site.node) };
  const leaf = (yield* blockingFunction(symbol, knowledge)) ?? (yield* markedFunction(symbol));
  if (leaf) return blocksHere(leaf, site) ? [{ kind: 'leaf', step, leaf }] : [];
  const targets = yield* targetsOf(symbol, site.use === 'read' ? 'read' : 'called', leads);
  return targets.map(({ alternatives }) => ({ kind: 'call', step, alternatives }));
}

function blocksHere(leaf: BlockingFunction, { use, node }: Site): boolean {
  const call = callOf(node);
  return use === 'called' && call !== undefined && blocksWith(leaf, call);
}

function callOf(callee: Node) {
  let { parent } = callee;
  while (parent && !isCallExpression(parent) && !isNewExpression(parent)) ({ parent } = parent);
  return parent;
}
