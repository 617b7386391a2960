/** Lines of JavaScript, as V8 counts them. */

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

export interface LinePlace {
  /** Both 0-based, in UTF-16 code units. */
  readonly line: number;
  readonly character: number;
}

export class Lines {
  readonly #starts: readonly number[];
  readonly #firstColumn: number;

  /** `firstColumn` is that of the text's first character. */
  constructor(text: string, firstColumn = 0) {
    this.#firstColumn = firstColumn;
    this.#starts = [0, ...Array.from(text.matchAll(LINE_END), end => end.index + end[0].length)];
  }

  get count(): number {
    return this.#starts.length;
  }

  placeAt(offset: number): LinePlace {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.#starts[low]! + (low === 0 ? this.#firstColumn : 0) };
  }
}
