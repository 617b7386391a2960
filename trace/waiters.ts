/** Who waits for a task: awaits of its promise, or of one that takes its outcome from it. */

import { Lists } from './columns/lists.ts';
import type { Graph } from './graph.ts';
import { TASK_KINDS } from './graph/tasks.ts';

/** The connections of a graph the other way round. They hold for the graph as it is: one that grows needs new ones. */
export class Waiters {
  readonly #graph: Graph;
  /** By row of a promise: the rows of those that take their outcome from it. */
  readonly #derived: Lists;
  /** By row of a promise: the rows of its awaits. */
  readonly #awaits: Lists;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#derived = derivations(graph);
    this.#awaits = awaitsByPromise(graph);
  }

  /**
   * Rows of the suspensions that wait for a task, given by its row, or waited for it; in the order in which they began.
   */
  awaitsOf(task: number): number[] {
    const { promises, tasks } = this.#graph.tables;
    const derived = new Set([promises.find(tasks.id[task]!)]);
    const found: number[] = [];
    for (const promise of derived) {
      for (const row of this.#derived.of(promise)) derived.add(row);
      found.push(...this.#awaits.of(promise));
    }
    return found.sort((a, b) => a - b);
  }
}

function derivations({ tables: { promises } }: Graph): Lists {
  const derived = new Lists(promises.end, 2 * promises.size + promises.inputs.size);
  const add = (source: number, row: number): void => {
    const from = source === 0 ? 0 : promises.find(source);
    if (from !== 0) derived.add(from, row);
  };
  for (let row = 1; row < promises.end; row++) {
    add(promises.parent[row]!, row);
    add(promises.follows.get(row), row);
    const inputs = promises.lastInput.get(row);
    if (inputs !== 0) for (const input of promises.inputs.upTo(inputs)) add(input, row);
  }
  return derived;
}

/** What an async generator hands out is settled by it: whoever awaits that waits for the generator. */
function awaitsByPromise({ tables: { awaits, promises, tasks } }: Graph): Lists {
  const lists = new Lists(promises.end, 2 * awaits.size);
  for (let row = 1; row < awaits.end; row++) {
    const on = awaits.on[row] === 0 ? 0 : promises.find(awaits.on[row]!);
    if (on === 0) continue;
    lists.add(on, row);
    const settledBy = promises.settledBy[on]!;
    const task = settledBy > 0 ? tasks.find(settledBy) : 0;
    if (TASK_KINDS[tasks.kind[task]!] === 'generator' && task !== 0) lists.add(promises.find(settledBy), row);
  }
  return lists;
}

interface Known {
  /** What the graph was like then. */
  readonly size: string;
  readonly waiters: Waiters;
}

const lastFor = new WeakMap<Graph, Known>();

/** Those of a graph as it is now. They take a while to find out: while the graph stays as it is, they are kept. */
export function waitersIn(graph: Graph): Waiters {
  const { promises, awaits } = graph.tables;
  const size = [graph.until, promises.end, awaits.end].join(' ');
  const last = lastFor.get(graph);
  if (last?.size === size) return last.waiters;
  const waiters = new Waiters(graph);
  lastFor.set(graph, { size, waiters });
  return waiters;
}
