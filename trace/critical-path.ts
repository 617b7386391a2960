/** Why something took as long as it did: what was waited for, backwards from its end. */

import type { Graph, Ticks } from './graph.ts';
import type { Tables } from './graph/tables.ts';
import { resourceKind, type ResourceKind } from './resource-kind.ts';
import { readyAt } from './states.ts';
import { Causes } from './waits-on.ts';

/** A time in which nothing else would have helped but to be quicker here. */
export interface PathSegment {
  /** Number of the task. */
  readonly task: number;
  /** Index of the function's site while it is running, of that of the await else; 0 where a promise was returned. */
  readonly site: number;
  readonly state: 'running' | 'ready' | 'suspended';
  /** What a suspended task waits for, where that is known. */
  readonly resource: ResourceKind | undefined;
  readonly from: Ticks;
  readonly until: Ticks;
}

/**
 * From the beginning of `task` to its end, or to the last moment that is known: segments without a gap, in the order of
 * time. Where the task waits for another one, the path leads through that one, back to when it was started.
 */
export const criticalPath = (graph: Graph, task: number): PathSegment[] => new Path(graph, task).segments();

/** The task that took longest: what the program took its time for. `undefined` when there is none. */
export function longestTask({ tables: { tasks }, until }: Graph): number | undefined {
  let longest = 0;
  let duration = -1;
  for (let row = 1; row < tasks.end; row++) {
    const took = Math.min(tasks.endedAt[row]!, until) - tasks.startedAt[row]!;
    if (took > duration) [longest, duration] = [row, took];
  }
  return longest === 0 ? undefined : tasks.id[longest]!;
}

/** Where a task stands before a moment. */
interface Situation {
  readonly state: PathSegment['state'];
  readonly site: number;
  /** Since when. */
  readonly from: Ticks;
  /** What is waited for; 0 for nothing that is known. */
  readonly on: number;
}

class Path {
  readonly #graph: Graph;
  readonly #tables: Tables;
  readonly #causes: Causes;
  readonly #segments: PathSegment[] = [];
  readonly #beginning: Ticks;
  /** Where the path has come to, backwards: row of the task, and the moment. */
  #task: number;
  #at: Ticks;
  /** Rows of tasks that the path has left for those that they wait for. */
  readonly #waiters: number[] = [];
  /** Rows of tasks that were passed at this very moment. */
  readonly #passed = new Set<number>();

  constructor(graph: Graph, task: number) {
    this.#graph = graph;
    this.#tables = graph.tables;
    this.#causes = new Causes(graph);
    const { tasks } = graph.tables;
    this.#task = tasks.find(task);
    this.#beginning = tasks.startedAt[this.#task]!;
    this.#at = Math.min(tasks.endedAt[this.#task]!, graph.until);
  }

  segments(): PathSegment[] {
    while (this.#task !== 0 && this.#at > this.#beginning) this.#goBack();
    return this.#segments.reverse();
  }

  #goBack(): void {
    const { tasks } = this.#tables;
    if (tasks.startedAt[this.#task]! >= this.#at) return this.#goToStarter();
    const situation = this.#situation();
    if (situation.state !== 'suspended') return this.#stay(situation, undefined);
    const cause = this.#causes.of(this.#lastInput(situation.on));
    const awaited = cause.kind === 'task' || cause.kind === 'settledBy' ? tasks.find(cause.task.id) : 0;
    if (awaited === 0 || awaited === this.#task || this.#passed.has(awaited)) {
      return this.#stay(situation, cause.kind === 'resource' ? cause.resource : undefined);
    }
    if (tasks.startedAt[awaited]! >= this.#at) return this.#stay(situation, this.#calledBackBy(awaited));
    const endedAt = tasks.endedAt[awaited]!;
    if (endedAt < this.#at) this.#stay({ ...situation, from: Math.max(situation.from, endedAt) }, undefined);
    this.#waiters.push(this.#task);
    this.#goTo(awaited);
  }

  /** Whoever called the function; where a callback did, the task that waited for it goes on waiting. */
  #goToStarter(): void {
    const { tasks } = this.#tables;
    const starter = tasks.find(tasks.context[this.#task]!);
    if (starter !== 0 && starter !== this.#waiters.at(-1)) return this.#goTo(starter);
    // Those that have begun since then did not wait.
    let waiter = this.#waiters.pop() ?? 0;
    while (tasks.startedAt[waiter]! >= this.#at) waiter = this.#waiters.pop() ?? 0;
    this.#goTo(waiter);
  }

  /** What called the callback that started a task. */
  #calledBackBy(task: number): ResourceKind | undefined {
    const { resources, tasks } = this.#tables;
    const row = resources.find(-tasks.context[task]!);
    return row === 0 ? undefined : resourceKind(resources.typeOf(row));
  }

  /** The path goes on in the same task, to when its situation began. */
  #stay({ state, site, from }: Situation, resource: ResourceKind | undefined): void {
    const start = Math.max(from, this.#beginning);
    if (state === 'running') this.#run(this.#task, start, this.#at);
    else this.#push({ task: this.#task, site, state, resource, from: start, until: this.#at });
    this.#at = start;
    this.#passed.clear();
  }

  /** A slice is told as what ran in it, backwards: first slices of tasks that it called are told as theirs. */
  #run(task: number, from: Ticks, until: Ticks): void {
    const { context, id, site, startedAt } = this.#tables.tasks;
    const own = { task, site: site[task]!, state: 'running', resource: undefined } as const;
    let at = until;
    for (let called = this.#lastStartedBefore(until); called > task && startedAt[called]! >= from; called--) {
      if (context[called] !== id[task] || startedAt[called]! >= at) continue;
      const end = Math.min(at, this.#firstSliceEnd(called));
      this.#push({ ...own, from: end, until: at });
      this.#run(called, startedAt[called]!, end);
      at = startedAt[called]!;
    }
    this.#push({ ...own, from, until: at });
  }

  /** The segment's `task` is a row. */
  #push(segment: PathSegment): void {
    const { id } = this.#tables.tasks;
    if (segment.from < segment.until) this.#segments.push({ ...segment, task: id[segment.task]! });
  }

  /** Tasks are in the order in which they began. */
  #lastStartedBefore(moment: Ticks): number {
    const { startedAt, end } = this.#tables.tasks;
    let [low, high] = [0, end - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startedAt[middle]! < moment) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #firstSliceEnd(task: number): Ticks {
    const { awaits, tasks } = this.#tables;
    let first = tasks.lastAwait[task]!;
    while (awaits.before[first] !== 0) first = awaits.jump[first]! || awaits.before[first]!;
    const suspended = first === 0 ? Infinity : awaits.from[first]!;
    return Math.min(suspended, tasks.returnedAt.get(task), tasks.endedAt[task]!);
  }

  #goTo(task: number): void {
    this.#passed.add(this.#task);
    this.#task = task;
  }

  #situation(): Situation {
    const { awaits, promises, tasks } = this.#tables;
    const task = this.#task;
    const returnedAt = tasks.returnedAt.get(task);
    if (returnedAt < this.#at) {
      return {
        state: 'suspended',
        site: 0,
        from: returnedAt,
        on: promises.follows.get(promises.find(tasks.id[task]!)),
      };
    }
    const last = this.#lastAwaitBefore(this.#at);
    const running = { state: 'running', site: tasks.site[task]!, on: 0 } as const;
    if (last === 0) return { ...running, from: tasks.startedAt[task]! };
    if (awaits.until[last]! < this.#at) return { ...running, from: awaits.until[last]! };
    const waiting = { site: awaits.site[last]!, on: awaits.on[last]! };
    const ready = Math.max(readyAt(this.#graph, last), awaits.from[last]!);
    if (ready < this.#at) return { ...waiting, state: 'ready', from: ready };
    return { ...waiting, state: 'suspended', from: awaits.from[last]! };
  }

  /** Row of the last suspension that began before a moment. */
  #lastAwaitBefore(at: Ticks): number {
    const { awaits, tasks } = this.#tables;
    let row = awaits.lastUpTo(tasks.lastAwait[this.#task]!, awaits.from, at);
    while (row !== 0 && awaits.from[row] === at) row = awaits.before[row]!;
    return row;
  }

  /** Goes down through combinators to the input that let it go on. */
  #lastInput(promise: number): number {
    const { promises } = this.#tables;
    const seen = new Set<number>();
    let at = promise;
    while (!seen.has(at)) {
      seen.add(at);
      const row = promises.find(at);
      const inputs = promises.inputs.upTo(promises.lastInput.get(row));
      if (inputs.length > 1) at = this.#lastSettled(inputs);
      else if (promises.task[row] === 0 && promises.follows.get(row) !== 0) at = promises.follows.get(row);
    }
    return at;
  }

  #lastSettled(inputs: readonly number[]): number {
    const { promises } = this.#tables;
    const settledAt = (input: number) => promises.settledAt[promises.find(input)]!;
    const before = inputs.filter(input => settledAt(input) <= this.#at);
    return before.reduce(
      (last, input) => (settledAt(input) >= settledAt(last) ? input : last),
      before[0] ?? inputs[0]!,
    );
  }
}
