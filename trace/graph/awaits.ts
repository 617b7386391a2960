/** All suspensions, in the order in which they began; those of one task are a list. */

import { ChainTable } from '../columns/chain-table.ts';
import { doubles, ints } from '../columns/table.ts';
import type { Await, Ticks } from '../graph.ts';

export class AwaitTable extends ChainTable {
  /** Row of the task. */
  task = ints();
  /** Index of the site. */
  site = ints();
  /** The promise that is awaited; 0 when it is not known, or for a value. */
  on = ints();
  from = doubles();
  /**
   * When what is awaited was settled, so that the task could have gone on: from then on it is not suspended, but ready.
   * Not known before the task goes on.
   */
  readyAt = doubles();
  /** Infinity until the task goes on. */
  until = doubles();

  /** `last` is the task's suspension before this one; 0 for none. */
  add(task: number, site: number, on: number, from: Ticks, last: number): number {
    const row = this.append();
    this.task[row] = task;
    this.site[row] = site;
    this.on[row] = on;
    this.from[row] = from;
    this.readyAt[row] = Infinity;
    this.until[row] = Infinity;
    this.chain(row, last);
    return row;
  }

  view(row: number): Await {
    return { site: this.site[row]!, on: this.on[row]!, from: this.from[row]!, until: known(this.until[row]!) };
  }
}

/** A moment that has not come yet is stored as infinity. */
export const known = (moment: Ticks): Ticks | undefined => (moment === Infinity ? undefined : moment);
