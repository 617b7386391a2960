/** Where insertions stand in code as V8 runs it. */

import { LineMap } from '../shared/line-map.ts';
import { readOriginal, runningCode } from './loaded-code.ts';
import { shiftsIn } from './stack-traces.ts';
import { insertionsIn, withoutInsertions, type Stretch } from './transform/insertions.ts';
import { MAP_COMMENT } from './transform/map-comment.ts';
import type { Shifts } from './transform/shifts.ts';

/** The insertions of one file; offsets are 0-based, in UTF-16 code units. */
export class Inserted {
  /** In order. */
  readonly #stretches: readonly Stretch[];
  readonly #originalLength: number;

  constructor(stretches: readonly Stretch[], originalLength: number) {
    this.#stretches = stretches;
    this.#originalLength = originalLength;
  }

  /** The offset in the original code of an offset in the instrumented one, which has a source map behind its end. */
  originalOffset(offset: number): number {
    let moved = 0;
    for (const { start, length } of this.#stretches) {
      if (offset <= start) break;
      // Inside of an insertion: where it was made.
      if (offset < start + length) return start - moved;
      moved += length;
    }
    return Math.min(offset - moved, this.#originalLength);
  }
}

/** `undefined` where nothing was inserted. */
export function insertedIn(script: string): Inserted | undefined {
  const shifts = shiftsIn(script);
  if (shifts === undefined) return undefined;
  const code = runningCode(script);
  if (code !== undefined) return new Inserted(insertionsIn(code), withoutInsertions(withoutMap(code)).length);
  const original = readOriginal(script);
  return new Inserted(stretchesOf(shifts, original), original.length);
}

function withoutMap(code: string): string {
  const end = code.lastIndexOf(MAP_COMMENT);
  return end < 0 ? code : code.slice(0, end);
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
