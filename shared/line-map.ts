/** Offsets to lines and back, for one text. */

import type { Place, Span } from './finding.ts';

/** Lines end with LF, CRLF, CR, or a Unicode line or paragraph separator, as in TypeScript and V8. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

export class LineMap {
  /** The offset at which each line starts. */
  readonly #starts: readonly number[];
  readonly #length: number;
  readonly #firstColumn: number;

  /** @param firstColumn where the text's first character stands in its line: it may be a part of one */
  constructor(text: string, firstColumn = 0) {
    this.#starts = [0, ...Array.from(text.matchAll(LINE_END), end => end.index + end[0].length)];
    this.#length = text.length;
    this.#firstColumn = firstColumn;
  }

  /** How many lines there are. */
  get count(): number {
    return this.#starts.length;
  }

  /** The 0-based line that an offset lies on. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset of a 0-based line's first character; the text's length for lines beyond the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  placeAt(offset: number): Place {
    const line = this.lineAt(offset);
    return { offset, line, character: offset - this.startOf(line) + (line === 0 ? this.#firstColumn : 0) };
  }

  span(file: string, start: number, end: number): Span {
    return { file, start: this.placeAt(start), end: this.placeAt(end) };
  }
}

/** The texts of all lines, without their ends. */
export const linesOf = (text: string): readonly string[] => text.split(LINE_END);
