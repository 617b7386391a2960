/** Where tasks are drawn: each site has as many lanes as tasks of it ran at once, and none overlap on a lane. */

import type { Tables } from '../graph/tables.ts';
import { SmallestFirst } from './smallest-first.ts';

/** The lanes of one site. */
export interface LaneGroup {
  /** Index of the function's site. */
  readonly site: number;
  /** By lane: row of the last task on it. Tasks on a lane are a list, see `ChainTable`. */
  readonly last: readonly number[];
}

interface Growing extends LaneGroup {
  readonly last: number[];
  readonly free: SmallestFirst;
}

export class Lanes {
  readonly #tables: Tables;
  readonly #groups = new Map<number, Growing>();

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** By site, in the order in which their first tasks began. */
  get groups(): ReadonlyMap<number, LaneGroup> {
    return this.#groups;
  }

  /** The task gets the first lane that is free. */
  take(task: number): void {
    const { tasks } = this.#tables;
    const { last, free } = this.#groupOf(tasks.site[task]!);
    const lane = free.pop() ?? last.push(0) - 1;
    tasks.putOnLane(task, lane, last[lane]!);
    last[lane] = task;
  }

  release(task: number): void {
    const { tasks } = this.#tables;
    this.#groupOf(tasks.site[task]!).free.push(tasks.lane[task]!);
  }

  #groupOf(site: number): Growing {
    const known = this.#groups.get(site);
    if (known !== undefined) return known;
    const made = { site, last: [], free: new SmallestFirst() };
    this.#groups.set(site, made);
    return made;
  }
}
