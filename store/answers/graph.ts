import type { GraphEdge, GraphNode } from '../../shared/panel/graph.ts';
import type { Answers } from '../../shared/panel/questions.ts';
import { isOfCode, type TaskFilter } from '../../shared/panel/tasks.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Site } from '../../shared/trace/site.ts';
import { OUTCOMES } from '../../trace/graph/tasks.ts';
import type { Edge } from '../../trace/sites/edges.ts';
import { FunctionTotals } from '../../trace/sites/totals.ts';
import type { Thread } from '../../trace/thread.ts';
import { matching, sitesMatching } from '../matching.ts';
import { placeOf, type Recording } from '../recording.ts';
import { lasted } from '../task-state.ts';
import { titleOf } from './sites.ts';

/**
 * Who starts whom, and who waits for whom, by the code of the tasks. Threads that run the same code are one. Edges are
 * those of all tasks of the functions.
 */
export function graph(recording: Recording, filter: TaskFilter): Answers['graph'] {
  const sum = new Sum();
  for (const thread of recording.threads) {
    if (isOfCode(filter)) sum.includeFunctions(thread, sitesMatching(recording, thread, filter));
    else sum.includeTasks(thread, matching(recording, thread, filter));
    sum.includeEdges(thread);
  }
  return sum.graph();
}

const PROGRAM: GraphNode = {
  site: '',
  name: 'program',
  place: undefined,
  count: 1,
  alive: 0,
  rejected: 0,
  running: 0,
  ready: 0,
  suspended: 0,
};

type GrowingEdge = { -readonly [Key in keyof GraphEdge]: GraphEdge[Key] };

class Sum {
  /** By the site's id, with the node's index. */
  readonly #functions = new Map<
    string,
    { readonly site: Site; readonly index: number; readonly totals: FunctionTotals }
  >();
  readonly #edges = new Map<string, GrowingEdge>();

  /** All tasks of these functions. */
  includeFunctions({ graph: { sites }, sites: { functions } }: Thread, wanted: ReadonlySet<number>): void {
    for (const [at, totals] of functions) {
      const site = sites.get(at);
      if (site !== undefined && wanted.has(at)) this.#function(site).include(totals);
    }
  }

  /** @param wanted their rows */
  includeTasks({ graph }: Thread, wanted: Iterable<number>): void {
    const { site, endedAt, outcome, ran, nested, waited } = graph.tables.tasks;
    for (const task of wanted) {
      const totals = this.#function(graph.sites.get(site[task]!)!);
      totals.started++;
      const ended = endedAt[task] === Infinity ? 'pending' : OUTCOMES[outcome[task]!]!;
      if (ended !== 'pending') totals[ended]++;
      totals.running += ran[task]!;
      totals.nested += nested[task]!;
      totals.ready += waited[task]!;
      totals.suspended += Math.max(0, lasted(graph, task) - ran[task]! - waited[task]!);
    }
  }

  includeEdges({ graph: { sites }, sites: { spawns, waitsFor } }: Thread): void {
    const indexOf = (at: number): number | undefined =>
      at === 0 ? 0 : this.#functions.get(sites.get(at)?.id ?? '')?.index;
    for (const edge of spawns) this.#add('spawn', indexOf(edge.from), indexOf(edge.to), edge);
    for (const edge of waitsFor) this.#add('await', indexOf(sites.get(edge.from)?.owner ?? -1), indexOf(edge.to), edge);
  }

  graph(): Answers['graph'] {
    return { nodes: [PROGRAM, ...Array.from(this.#functions.values(), toNode)], edges: [...this.#edges.values()] };
  }

  #function(site: Site): FunctionTotals {
    const known = this.#functions.get(site.id);
    if (known !== undefined) return known.totals;
    const made = { site, index: this.#functions.size + 1, totals: new FunctionTotals(0) };
    this.#functions.set(site.id, made);
    return made.totals;
  }

  /** Edges to what is left out are left out. */
  #add(kind: GraphEdge['kind'], from: number | undefined, to: number | undefined, { count, total }: Edge): void {
    if (from === undefined || to === undefined) return;
    const key = `${kind} ${from} ${to}`;
    const edge = this.#edges.get(key);
    if (edge === undefined) this.#edges.set(key, { from, to, kind, count, total: total / TICKS_PER_MS });
    else {
      edge.count += count;
      edge.total += total / TICKS_PER_MS;
    }
  }
}

const toNode = ({ site, totals }: { readonly site: Site; readonly totals: FunctionTotals }): GraphNode => ({
  site: site.id,
  name: titleOf(site),
  place: placeOf(site),
  count: totals.started,
  alive: totals.alive,
  rejected: totals.rejected,
  running: totals.self / TICKS_PER_MS,
  ready: totals.ready / TICKS_PER_MS,
  suspended: totals.suspended / TICKS_PER_MS,
});
