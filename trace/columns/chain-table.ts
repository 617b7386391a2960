/** A table whose rows form many lists, which grow at their ends and are searched from there. */

import { ints, Table } from './table.ts';

/** Lists of rows that are looked at from their ends. */
export interface Chains {
  /** The row before this one in its list; 0 for none. */
  rowBefore(row: number): number;
  /** The row's place in its list, from 1 on; 0 for none. */
  placeOf(row: number): number;
  /**
   * The last row whose `key` is at most `limit`, in the list that ends with `last`; 0 for none.
   * Keys must not fall along a list.
   */
  lastUpTo(last: number, key: Float64Array, limit: number): number;
}

/**
 * Besides the row before it, a row knows one far before. Where these jumps lead follows the skew-binary lists of Myers
 * (1983), by which any row is reached in a number of steps logarithmic in its distance.
 */
export abstract class ChainTable extends Table implements Chains {
  /** The row before this one in its list; 0 for none. */
  before = ints();
  /** The row's place in its list, from 1 on. */
  place = ints();
  jump = ints();

  /** Puts a new row at the end of the list that ends with the row `last`; 0 for an empty one. */
  protected chain(row: number, last: number): void {
    const { before, place, jump } = this;
    const near = jump[last]!;
    const far = jump[near]!;
    before[row] = last;
    place[row] = place[last]! + 1;
    jump[row] = place[last]! - place[near]! === place[near]! - place[far]! ? far : last;
  }

  rowBefore(row: number): number {
    return this.before[row]!;
  }

  placeOf(row: number): number {
    return this.place[row]!;
  }

  lastUpTo(last: number, key: Float64Array, limit: number): number {
    const { before, jump } = this;
    let row = last;
    while (row !== 0 && key[row]! > limit) {
      const far = jump[row]!;
      row = far !== 0 && key[far]! > limit ? far : before[row]!;
    }
    return row;
  }

  /** The rows of the list that ends with `last`, from the first on. */
  listUpTo(last: number): number[] {
    const rows = new Array<number>(this.place[last]!);
    for (let row = last; row !== 0; row = this.before[row]!) rows[this.place[row]! - 1] = row;
    return rows;
  }
}
