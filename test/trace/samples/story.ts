/** A sample's recording, and what its test asks of it. */

import assert from 'node:assert/strict';
import { obtainNode } from '../../../scripts/node-versions.ts';
import { link } from '../../../trace/link.ts';
import type { Graph, Task } from '../../../trace/graph.ts';
import { spawnerOf } from '../../../trace/owner.ts';
import { causeOf } from '../../../trace/waits-on.ts';
import { THRESHOLDS, type Thresholds } from '../../../trace/warnings/thresholds.ts';
import { warningsIn } from '../../../trace/warnings/gather.ts';
import { inWords, nameOf } from '../describe.ts';
import { recordUntil } from '../record.ts';

/**
 * Runs `samples/<name>/main.ts` under the shim. `shows` tells what a thread beside it has to notice: see `recordUntil`.
 */
export async function storyOf(name: string, shows: (graph: Graph) => boolean = () => true): Promise<Story> {
  const { recording, code } = await recordUntil(
    ({ streams }) => shows(link(streams[0]!)),
    await obtainNode(24),
    `samples/${name}/main.ts`,
  );
  assert.equal(code, 0);
  return new Story(recording.streams.map(link));
}

export class Story {
  /** One for each thread; the first is the main one. */
  readonly graphs: readonly Graph[];

  constructor(graphs: readonly Graph[]) {
    this.graphs = graphs;
  }

  get graph(): Graph {
    return this.graphs[0]!;
  }

  /**
   * The tasks of a function in the order in which they began; only those that `within` has started, directly or not.
   */
  tasks(name: string, within?: Task): Task[] {
    return [...this.graph.tasks.values()].filter(
      task => nameOf(this.graph, task) === name && (within === undefined || this.#isWithin(task, within)),
    );
  }

  /** The first of them. */
  task(name: string, within?: Task): Task {
    const [task] = this.tasks(name, within);
    assert.ok(task, `there is no task ${name}`);
    return task;
  }

  /** What a task waited for, in order. */
  waits(task: Task): string[] {
    return task.awaits.map(({ on }) => inWords(this.graph, causeOf(this.graph, on)));
  }

  /** Whose code, or callback, started a task. */
  starter(task: Task): string {
    const spawner = spawnerOf(this.graph, task);
    return spawner === undefined ? 'program' : nameOf(this.graph, spawner);
  }

  /** How often something awaited a task, or took its outcome over otherwise. */
  consumers({ id }: Task): number {
    return this.graph.promises.get(id)!.consumers;
  }

  /** Warnings as `name file:line`, in that order. */
  warnings(thresholds: Partial<Thresholds> = {}): string[] {
    return warningsIn(this.graphs, { ...THRESHOLDS, 'sequential-awaits': 1e9, ...thresholds })
      .filter(({ name }) => !TIMED.has(name))
      .map(({ name, site }) => `${name} ${site?.file.split('/').at(-1)}:${(site?.line ?? -1) + 1}`)
      .sort();
  }

  #isWithin(task: Task, ancestor: Task): boolean {
    const spawner = spawnerOf(this.graph, task);
    return spawner !== undefined && (spawner.id === ancestor.id || this.#isWithin(spawner, ancestor));
  }
}

/** On a busy machine, any code may stand still for a while. */
const TIMED = new Set(['event-loop-block', 'ready-but-waiting', 'microtask-starvation']);

/** How many of some tasks were alive at the same time, at most. */
export function mostAtOnce(tasks: readonly Task[]): number {
  const alive = ({ startedAt }: Task) => tasks.filter(it => it.startedAt <= startedAt && endOf(it) > startedAt).length;
  return Math.max(...tasks.map(alive));
}

/** A task that has not ended is alive for ever. */
export const endOf = ({ endedAt }: Task): number => endedAt ?? Infinity;

export const outcomes = (tasks: readonly Task[]): string[] => tasks.map(({ outcome }) => outcome);
