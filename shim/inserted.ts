/** Where insertions stand in code as V8 runs it. */

import { LineMap } from '../shared/line-map.ts';
import { readOriginal, runningCode } from './loaded-code.ts';
import { shiftsIn } from './stack-traces.ts';
import { insertionsIn, type Stretch } from './transform/insertions.ts';
import type { Shifts } from './transform/shifts.ts';

/** The insertions of one file; offsets are 0-based, in UTF-16 code units. */
export class Inserted {
  /** In order. */
  readonly #stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  /** The offset in the original code of an offset in the instrumented one. */
  originalOffset(offset: number): number {
    let moved = 0;
    for (const { start, length } of this.#stretches) {
      if (offset <= start) break;
      // Inside of an insertion: where it was made.
      if (offset < start + length) return start - moved;
      moved += length;
    }
    return offset - moved;
  }
}

/** `undefined` where nothing was inserted. */
export function insertedIn(script: string): Inserted | undefined {
  const shifts = shiftsIn(script);
  if (shifts === undefined) return undefined;
  const code = runningCode(script);
  return new Inserted(code === undefined ? stretchesOf(shifts, readOriginal(script)) : insertionsIn(code));
}

/** For what another thread has loaded, whose code is not here. */
function stretchesOf(shifts: Shifts, original: string): Stretch[] {
  const lines = new LineMap(original);
  const stretches: Stretch[] = [];
  let moved = 0;
  for (const [line, all] of shifts) {
    for (const { character, length } of all) {
      stretches.push({ start: lines.startOf(line) + character + moved, length });
      moved += length;
    }
  }
  return stretches;
}
