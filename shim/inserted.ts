/** Where insertions stand in code as V8 runs it. */

import { LineMap } from '../shared/line-map.ts';
import { readOriginal, runningCode } from './loaded-code.ts';
import { shiftsIn } from './stack-traces.ts';
import { insertionsIn, withoutInsertions } from './transform/insertions.ts';
import { MAP_COMMENT } from './transform/map-comment.ts';
import { originalColumn, type Shift, type Shifts } from './transform/shifts.ts';

/** The insertions of one file; offsets are 0-based, in UTF-16 code units. */
export class Inserted {
  /** In order, as if the file were one line. */
  readonly #shifts: readonly Shift[];
  readonly #originalLength: number;

  constructor(shifts: readonly Shift[], originalLength: number) {
    this.#shifts = shifts;
    this.#originalLength = originalLength;
  }

  /** The offset in the original code of an offset in the instrumented one, which has a source map behind its end. */
  originalOffset(offset: number): number {
    return Math.min(originalColumn(this.#shifts, offset), this.#originalLength);
  }
}

/** `undefined` where nothing was inserted. */
export function insertedIn(script: string): Inserted | undefined {
  const shifts = shiftsIn(script);
  if (shifts === undefined) return undefined;
  const code = runningCode(script);
  if (code !== undefined) return new Inserted(insertionsIn(code), withoutInsertions(withoutMap(code)).length);
  const original = readOriginal(script);
  return new Inserted(inOneLine(shifts, original), original.length);
}

function withoutMap(code: string): string {
  const end = code.lastIndexOf(MAP_COMMENT);
  return end < 0 ? code : code.slice(0, end);
}

/** For what another thread has loaded, whose code is not here. */
function inOneLine(shifts: Shifts, original: string): Shift[] {
  const lines = new LineMap(original);
  return [...shifts].flatMap(([line, all]) =>
    all.map(({ character, length }) => ({ character: lines.startOf(line) + character, length })),
  );
}
