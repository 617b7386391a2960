/** The graph while it is being built. */

import type { Site } from '../shared/trace/site.ts';
import type { Await, Context, Graph, PromiseNode, Resource, Task, Ticks } from './graph.ts';

export type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export interface GrowingTask extends Growing<Omit<Task, 'awaits'>> {
  readonly awaits: Growing<Await>[];
}

export interface GrowingPromise extends Growing<Omit<PromiseNode, 'inputs'>> {
  inputs: number[];
}

const NONE: number[] = [];

export class GrowingGraph implements Graph {
  readonly tasks = new Map<number, GrowingTask>();
  readonly promises = new Map<number, GrowingPromise>();
  readonly resources = new Map<number, Growing<Resource>>();
  dropped = 0;
  until: Ticks = 0;
  idleAt: Ticks | undefined;
  readonly sites: ReadonlyMap<number, Site>;

  constructor(sites: ReadonlyMap<number, Site>) {
    this.sites = sites;
  }

  /** Made when it is first spoken of: the recording may begin in the middle. */
  promise(id: number): GrowingPromise {
    const known = this.promises.get(id);
    if (known !== undefined) return known;
    const made: GrowingPromise = {
      id,
      context: 0,
      parent: 0,
      follows: 0,
      inputs: NONE,
      consumers: 0,
      settled: false,
      settledBy: 0,
      settledAtOnce: false,
      wraps: false,
      reactions: 0,
      unhandled: false,
      discardedAt: 0,
      collected: false,
    };
    this.promises.set(id, made);
    return made;
  }

  startTask(id: number, kind: Task['kind'], site: number, context: Context, startedAt: Ticks): void {
    this.promise(id).context = context;
    this.tasks.set(id, { id, kind, site, context, startedAt, endedAt: undefined, outcome: 'pending', awaits: [] });
  }
}
