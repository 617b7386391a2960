/**
 * The turns of the event loop: a callback, and all that runs before the loop goes on to the next one. All are one list.
 */

import type { Chains } from '../columns/chain-table.ts';
import { doubles, ints, Table } from '../columns/table.ts';
import type { Ticks } from '../graph.ts';

export class TurnTable extends Table implements Chains {
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
    return row;
  }

  rowBefore(row: number): number {
    return row - 1;
  }

  placeOf(row: number): number {
    return row;
  }

  lastUpTo(last: number, key: Float64Array, limit: number): number {
    let [found, beyond] = [0, last + 1];
    while (beyond - found > 1) {
      const middle = (found + beyond) >>> 1;
      if (key[middle]! <= limit) found = middle;
      else beyond = middle;
    }
    return found;
  }
}
