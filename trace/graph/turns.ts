/** The turns of the event loop: a callback, and all that runs before the loop goes on to the next one. All are one list. */

import { ChainTable } from '../columns/chain-table.ts';
import { doubles, ints } from '../columns/table.ts';
import type { Ticks } from '../graph.ts';

export class TurnTable extends ChainTable {
  /** Number of the resource whose callback began it; 0 for the program's first turn. */
  resource = ints();
  from = doubles();
  /** Infinity for the last one, until the next begins. */
  until = doubles();

  add(resource: number, from: Ticks): number {
    const row = this.append();
    this.resource[row] = resource;
    this.from[row] = from;
    this.until[row] = Infinity;
    this.chain(row, row - 1);
    return row;
  }
}
