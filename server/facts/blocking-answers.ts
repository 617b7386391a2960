/** What the search for blocking calls tells of single functions and arguments. */

import type { Expression, Node } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { blockingGraph, solutionOf, type BlockingGraph, type BlockingPath, type Solution } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { isScriptOnly } from './script-only.ts';
import { isStartUp } from './start-up.ts';

/** All calls in a function's own code that block, each with its shortest path. */
export function callPaths(fn: Node, graph: BlockingGraph): readonly BlockingPath[] {
  const inPlace: BlockingPath[] = [];
  // What a class constructs runs in several parts: the shortest way through one of them will do.
  const found = new Map<Expression, Solution>();
  for (const edge of graph.edges.get(fn) ?? []) {
    if (edge.kind === 'in-place') {
      inPlace.push(...callPaths(edge.fn, graph));
      continue;
    }
    const solution = solutionOf(edge, graph.solutions);
    if (solution && solution.cost < (found.get(edge.step.at)?.cost ?? Infinity)) found.set(edge.step.at, solution);
  }
  return [...inPlace, ...[...found.values()].map(({ path }) => path)];
}

/** A function that a call runs and that blocks. */
export interface BlockingCall {
  readonly path: BlockingPath;
  /** The code of a function of the project; none for a known function. */
  readonly runs: Node | undefined;
}

/** Each function that blocks and is called in a function's own code, with its shortest path. */
export function* calledBlocking(fn: Node, knowledge: BlockingKnowledge): Asking<readonly BlockingCall[]> {
  return calledBlockingIn(fn, yield* blockingGraph(knowledge));
}

function calledBlockingIn(fn: Node, graph: BlockingGraph): readonly BlockingCall[] {
  return (graph.edges.get(fn) ?? []).flatMap((edge): readonly BlockingCall[] => {
    if (edge.kind === 'in-place') return calledBlockingIn(edge.fn, graph);
    const solution = solutionOf(edge, graph.solutions);
    if (!solution) return [];
    if (edge.kind === 'leaf') return [{ path: solution.path, runs: undefined }];
    return edge.alternatives.map(runs => {
      const { steps, leaf } = graph.solutions.get(runs)!.path;
      return { path: { steps: [edge.step, ...steps], leaf }, runs };
    });
  });
}

/** Whether nobody waits for a function: it runs only while its module is loaded, or scripts alone use its file. */
export function isWaitedForByNobody(fn: Node, { leads }: BlockingGraph, root: string): boolean {
  const file = leads.fileOf(fn.getSourceFile());
  if (file && isScriptOnly(file, leads, root)) return true;
  const code = leads.codeOf(fn);
  return code !== undefined && isStartUp(code, leads, root);
}

/** How a function blocks that an argument names, whoever calls it. */
export function argumentPath(argument: Expression, { handed, solutions }: BlockingGraph): BlockingPath | undefined {
  for (const edge of handed.get(argument) ?? []) {
    const solution = solutionOf(edge, solutions);
    if (solution)
      return { ...solution.path, steps: [{ at: argument, isFirstUse: false }, ...solution.path.steps.slice(1)] };
  }
  return undefined;
}
