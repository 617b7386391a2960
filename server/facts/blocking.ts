/**
 * Which functions block the thread, and by which calls: the shortest way to a function that is known to.
 *
 * Names tell which calls may lead there (`leads.ts`), types what these call. The functions found so are
 * explored to the end before anything is said of one of them, so it makes no difference where a circle of calls is
 * entered. What was found out counts for all of the program.
 */

import { isCallExpression, isNewExpression, type Expression, type Node } from '../syntax/ast.ts';
import type { Code, Site } from '../syntax/call-sites.ts';
import { isFirstUse } from '../syntax/first-use.ts';
import { ask, type Asking } from '../engine/questions.ts';
import type { BlockingFunction } from './blocking-function.ts';
import { blockingFunction, blocksWith, goalsIn, markedFunction, type BlockingKnowledge } from './blocking-leaves.ts';
import { targetsOf } from './call-targets.ts';
import { calleeSymbol } from './callee.ts';
import { leadsIn, sitesOf, type Lead, type Leads } from './leads.ts';
import { isOneOf } from './members.ts';
import { isStartUp } from './start-up.ts';

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

/** What a lead turned out to be. */
type Edge =
  | { readonly kind: 'leaf'; readonly step: Step; readonly leaf: BlockingFunction }
  | { readonly kind: 'call'; readonly step: Step; readonly alternatives: readonly Node[] }
  /** A function that runs where it is written. */
  | { readonly kind: 'in-place'; readonly fn: Node };

interface Solution {
  /** Lower is better: steps, and far more where a cache is filled. */
  readonly cost: number;
  readonly path: BlockingPath;
}

interface Graph {
  readonly leads: Leads;
  readonly edges: Map<Node, readonly Edge[]>;
  /** Of functions that were explored to the end; `undefined` for those that do not block. */
  readonly solutions: Map<Node, Solution | undefined>;
}

const FIRST_USE_COST = 1000;

/** All calls in a function's own code that block, each with its shortest path. */
export function* blockingCalls(fn: Node, knowledge: BlockingKnowledge): Asking<readonly BlockingPath[]> {
  const graph = yield* graphFor(knowledge);
  const inPlace: BlockingPath[] = [];
  // What a class constructs runs in several parts: the shortest way through one of them will do.
  const found = new Map<Expression, Solution>();
  for (const edge of yield* edgesOf(fn, graph, knowledge)) {
    if (edge.kind === 'in-place') {
      inPlace.push(...(yield* blockingCalls(edge.fn, knowledge)));
      continue;
    }
    for (const it of calledBy(edge)) yield* solve(it, graph, knowledge);
    const solution = solutionOf(edge, graph);
    if (solution && solution.cost < (found.get(edge.step.at)?.cost ?? Infinity)) found.set(edge.step.at, solution);
  }
  return [...inPlace, ...[...found.values()].map(({ path }) => path)];
}

/** Whether a function runs only while its module is loaded, when nothing waits yet. */
export function* runsAtStart(fn: Node, knowledge: BlockingKnowledge, root: string): Asking<boolean> {
  const { leads } = yield* graphFor(knowledge);
  const code = leads.codeOf(fn);
  return code !== undefined && (yield* isStartUp(code, leads, root));
}

/** How a function blocks that an argument names, whoever calls it. */
export function* blockingArgument(argument: Expression, knowledge: BlockingKnowledge): Asking<BlockingPath | undefined> {
  const graph = yield* graphFor(knowledge);
  const symbol = graph.leads.handed(argument) && (yield* calleeSymbol(argument));
  for (const { alternatives } of symbol ? yield* targetsOf(symbol, 'called', graph.leads) : []) {
    for (const it of alternatives) yield* solve(it, graph, knowledge);
    const step: Step = { at: argument, isFirstUse: false };
    const solution = solutionOf({ kind: 'call', step, alternatives }, graph);
    if (solution) return solution.path;
  }
  return undefined;
}

function* graphFor(knowledge: BlockingKnowledge): Asking<Graph> {
  const memory = (yield* ask('memory', 'blocking')) as Map<BlockingKnowledge, Graph>;
  if (!memory.has(knowledge)) {
    const own = yield* ask('sources', 'program');
    // Others may have come here meanwhile.
    if (!memory.has(knowledge)) {
      const files = [];
      for (const file of own) files.push(yield* sitesOf(file, knowledge.search.takers));
      const search = { ...knowledge.search, goals: goalsIn(files, knowledge) };
      const leads = yield* leadsIn(files, search);
      yield* ask('dependence', { kind: 'mentions', names: leads.names });
      memory.set(knowledge, { leads, edges: new Map(), solutions: new Map() });
    }
  }
  return memory.get(knowledge)!;
}

/** Explores all that a function calls, and works out for each function whether it blocks. */
function* solve(fn: Node, graph: Graph, knowledge: BlockingKnowledge): Asking<void> {
  const explored = new Map<Node, readonly Edge[]>();
  const open = [fn];
  for (const node of open) {
    if (explored.has(node) || graph.solutions.has(node)) continue;
    const edges = yield* edgesOf(node, graph, knowledge);
    explored.set(node, edges);
    open.push(...edges.flatMap(calledBy));
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (const [node, edges] of explored) {
      for (const edge of edges) {
        const solution = solutionOf(edge, graph);
        if (!solution || solution.cost >= (graph.solutions.get(node)?.cost ?? Infinity)) continue;
        graph.solutions.set(node, solution);
        improved = true;
      }
    }
  }
  for (const node of explored.keys()) if (!graph.solutions.has(node)) graph.solutions.set(node, undefined);
}

function calledBy(edge: Edge): readonly Node[] {
  if (edge.kind === 'leaf') return [];
  return edge.kind === 'call' ? edge.alternatives : [edge.fn];
}

/** A call blocks if all that it may call do. */
function solutionOf(edge: Edge, { solutions }: Graph): Solution | undefined {
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

function* edgesOf(fn: Node, graph: Graph, knowledge: BlockingKnowledge): Asking<readonly Edge[]> {
  const known = graph.edges.get(fn);
  if (known) return known;
  const edges: Edge[] = [];

  for (const lead of graph.leads.of(fn)) edges.push(...(yield* follow(lead, graph, knowledge)));
  graph.edges.set(fn, edges);
  return edges;
}

function* follow(lead: Lead, { leads }: Graph, knowledge: BlockingKnowledge): Asking<readonly Edge[]> {
  if (!('use' in lead)) {
    return (yield* isRunNow(lead, leads, knowledge)) ? [{ kind: 'in-place', fn: lead.node }] : [];
  }
  const symbol = yield* calleeSymbol(lead.node);
  if (!symbol) return [];
  const step: Step = { at: lead.node, isFirstUse: isFirstUse(lead.node) };
  const leaf = (yield* blockingFunction(symbol, knowledge)) ?? (yield* markedFunction(symbol));
  if (leaf) return blocksHere(leaf, lead) ? [{ kind: 'leaf', step, leaf }] : [];
  if (lead.use === 'handed' && !(yield* isRunner(lead.node.parent, knowledge))) return [];
  const targets = yield* targetsOf(symbol, lead.use === 'read' ? 'read' : 'called', leads);
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

/** A function that is written in place runs now where it is called itself, or its taker calls it before it returns. */
function* isRunNow({ node, handedTo }: Code, leads: Leads, knowledge: BlockingKnowledge): Asking<boolean> {
  if (!handedTo) return false;
  const { call } = handedTo;
  const index = call.arguments?.findIndex(argument => argument.pos <= node.pos && node.end <= argument.end) ?? -1;
  if (index < 0 || (yield* isRunner(call, knowledge))) return true;
  const symbol = yield* calleeSymbol(call.expression);
  const targets = symbol ? yield* targetsOf(symbol, 'called', leads) : [];
  return targets.some(({ alternatives }) => alternatives.every(it => leads.codeOf(it)?.calledParameters.has(index)));
}

/** Whether a call is one of a function that is known to call its arguments before it returns. */
function* isRunner(call: Node, { runners }: BlockingKnowledge): Asking<boolean> {
  if (!isCallExpression(call) && !isNewExpression(call)) return false;
  const symbol = yield* calleeSymbol(call.expression);
  return symbol !== undefined && (yield* isOneOf(symbol, runners));
}
