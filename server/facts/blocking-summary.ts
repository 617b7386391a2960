/**
 * What the search for blocking calls tells of a file, as text: it changes when anything does that a finding may say,
 * and stands for the search where it is remembered.
 */

import type { Node, SourceFile } from '../syntax/ast.ts';
import type { Asking } from '../engine/questions.ts';
import { mayHoldUpOthers } from './async-contexts.ts';
import { argumentPath, callPaths, isWaitedForByNobody } from './blocking-answers.ts';
import { blockingGraph, type BlockingGraph, type BlockingPath } from './blocking-graph.ts';
import type { BlockingKnowledge } from './blocking-leaves.ts';
import { codePaths, placeOf, type Place } from './blocking-places.ts';

/** The rule that keeps such summaries. */
export const BLOCKING_RULE = 'no-blocking-call';

/** What blocks in code, or by an argument. */
export interface Row {
  /** The way to the code, or the argument's place. */
  readonly at: string | Place;
  readonly isAlone: boolean;
  readonly paths: readonly RowPath[];
}

export interface RowPath {
  readonly steps: readonly (readonly [at: Place, isFirstUse: boolean])[];
  readonly leaf: BlockingPath['leaf'];
}

/** Empty for a file in which nothing blocks that others may wait for. */
export function* blockingSummary(source: SourceFile, knowledge: BlockingKnowledge, root: string): Asking<string> {
  const graph = yield* blockingGraph(knowledge);
  const { leads, edges, handed } = graph;
  const file = leads.fileOf(source);
  if (!file) return '';
  const ways = codePaths(file);
  const rows: Row[] = [];
  for (const code of file.codes) {
    const { node, sites } = code;
    const calls = edges.has(node) && mayHoldUpOthers(node) ? callPaths(node, graph) : [];
    if (calls.length > 0) rows.push(yield* rowOf(ways.get(code)!, node, calls, graph, root));
    for (const site of sites.filter(site => handed.has(site.node))) {
      const path = argumentPath(site.node, graph);
      if (path) rows.push(yield* rowOf(yield* placeOf(site.node, file), site.node, [path], graph, root));
    }
  }
  return rows.length > 0 ? JSON.stringify(rows) : '';
}

function* rowOf(
  at: Row['at'],
  node: Node,
  calls: readonly BlockingPath[],
  graph: BlockingGraph,
  root: string,
): Asking<Row> {
  const paths: RowPath[] = [];
  for (const { steps, leaf } of calls) {
    const places: RowPath['steps'][number][] = [];
    for (const step of steps) {
      const file = graph.leads.fileOf(step.at.getSourceFile())!;
      places.push([yield* placeOf(step.at, file), step.isFirstUse]);
    }
    paths.push({ steps: places, leaf });
  }
  return { at, isAlone: isWaitedForByNobody(node, graph, root), paths };
}
