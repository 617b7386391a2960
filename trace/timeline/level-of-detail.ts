/** Joins what is too small to be seen, so that a picture costs what its pixels cost, whatever lies below them. */

import type { Chains } from '../columns/chain-table.ts';
import type { Ticks } from '../graph.ts';

/** A window of time, and the shortest time in it that is worth a rectangle. */
export interface Scale {
  readonly from: Ticks;
  readonly until: Ticks;
  /** Rows that lie within one cell are drawn as one. */
  readonly cell: Ticks;
}

/** The rows of a list as intervals that do not overlap, in the order of time. */
export interface Intervals {
  readonly table: Chains;
  /** By row. */
  readonly start: Float64Array;
  endOf(row: number): Ticks;
}

export interface Drawer {
  /** A row that is at least one cell long, or stands alone. */
  single(row: number): void;
  /** Shorter ones with less than a cell between them, the last of which is `row`. */
  several(row: number, from: Ticks, until: Ticks, count: number): void;
  /** Nobody looks at what follows any more. */
  isFull(): boolean;
}

/** Draws the list that ends with the row `last`, from right to left. */
export function draw({ table, start, endOf }: Intervals, last: number, scale: Scale, to: Drawer): void {
  const { from, until, cell } = scale;
  // What is drawn as one so far: its last row, 0 for none.
  let group = 0;
  let groupFrom = 0;
  let groupUntil = 0;
  let count = 0;
  const finish = () => {
    if (count === 1) to.single(group);
    else if (count > 1) to.several(group, groupFrom, groupUntil, count);
    group = 0;
    count = 0;
  };
  let row = table.lastUpTo(last, start, until);
  while (row !== 0 && endOf(row) >= from && !to.isFull()) {
    const end = endOf(row);
    if (end - start[row]! >= cell) {
      finish();
      to.single(row);
      row = table.rowBefore(row);
      continue;
    }
    if (group !== 0 && groupFrom - end >= cell) finish();
    if (group === 0) {
      group = row;
      groupUntil = end;
    }
    // Those that begin in the same cell are as short, since the next one begins only when they have ended.
    const cellFrom = Math.floor(start[row]! / cell) * cell;
    const near = table.rowBefore(row);
    const next = near === 0 || start[near]! < cellFrom ? near : table.lastUpTo(near, start, cellFrom);
    groupFrom = next === near ? start[row]! : Math.max(cellFrom, endOf(next));
    count += table.placeOf(row) - table.placeOf(next);
    row = next;
  }
  finish();
}
