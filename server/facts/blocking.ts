/** Which calls of a function block the thread, and how: see `blocking-graph.ts`. */

import type { Expression, Node } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { blockingGraph, solutionOf, type BlockingGraph, type BlockingPath, type Solution } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { isStartUp } from './start-up.ts';

export type { BlockingPath, Step } from './blocking-graph.ts';

/** All calls in a function's own code that block, each with its shortest path. */
export function* blockingCalls(fn: Node, knowledge: BlockingKnowledge): Asking<readonly BlockingPath[]> {
  return blockingCallsIn(fn, yield* blockingGraph(knowledge));
}

function blockingCallsIn(fn: Node, graph: BlockingGraph): readonly BlockingPath[] {
  const inPlace: BlockingPath[] = [];
  // What a class constructs runs in several parts: the shortest way through one of them will do.
  const found = new Map<Expression, Solution>();
  for (const edge of graph.edges.get(fn) ?? []) {
    if (edge.kind === 'in-place') {
      inPlace.push(...blockingCallsIn(edge.fn, graph));
      continue;
    }
    const solution = solutionOf(edge, graph.solutions);
    if (solution && solution.cost < (found.get(edge.step.at)?.cost ?? Infinity)) found.set(edge.step.at, solution);
  }
  return [...inPlace, ...[...found.values()].map(({ path }) => path)];
}

/** Whether a function runs only while its module is loaded, when nothing waits yet. */
export function* runsAtStart(fn: Node, knowledge: BlockingKnowledge, root: string): Asking<boolean> {
  const { leads } = yield* blockingGraph(knowledge);
  const code = leads.codeOf(fn);
  return code !== undefined && (yield* isStartUp(code, leads, root));
}

/** How a function blocks that an argument names, whoever calls it. */
export function* blockingArgument(argument: Expression, knowledge: BlockingKnowledge): Asking<BlockingPath | undefined> {
  const { handed, solutions } = yield* blockingGraph(knowledge);
  for (const edge of handed.get(argument) ?? []) {
    const solution = solutionOf(edge, solutions);
    if (solution) return { ...solution.path, steps: [{ at: argument, isFirstUse: false }, ...solution.path.steps.slice(1)] };
  }
  return undefined;
}
