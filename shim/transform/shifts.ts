/** How insertions move what stands behind them in its line. */

import type { LineMap } from '../../shared/line-map.ts';
import { writtenLength, type Insertion } from './insertions.ts';

/** Text that was inserted, by the column that it had been inserted at. */
export interface Shift {
  /** 0-based column in the original line. */
  readonly character: number;
  readonly length: number;
}

/** The insertions of each line that has any, in order. */
export type Shifts = ReadonlyMap<number, readonly Shift[]>;

/** How insertions move the code behind them. @param insertions in the order of their places */
export function shiftsOf(insertions: readonly Insertion[], lines: LineMap): Shifts {
  const shifts = new Map<number, Shift[]>();
  for (const insertion of insertions) {
    const { line, character } = lines.placeAt(insertion.at);
    const shift = { character, length: writtenLength(insertion) };
    const known = shifts.get(line);
    if (known === undefined) shifts.set(line, [shift]);
    else known.push(shift);
  }
  return shifts;
}

/** The column in the original line of a column in the instrumented one. */
export function originalColumn(shifts: readonly Shift[] | undefined, column: number): number {
  let moved = 0;
  for (const { character, length } of shifts ?? []) {
    if (column < character + moved) break;
    // Inside of an insertion: where it was made.
    if (column < character + moved + length) return character;
    moved += length;
  }
  return column - moved;
}

/** The column in the instrumented line of a column in the original one. */
export function shiftedColumn(shifts: readonly Shift[] | undefined, column: number): number {
  let moved = 0;
  for (const { character, length } of shifts ?? []) {
    if (character > column) break;
    moved += length;
  }
  return column + moved;
}
