/**
 * Many lists of numbers, each found by the number of its list: two integers for an entry, however many lists there are.
 */

export class Lists {
  readonly #first: Int32Array;
  readonly #value: Int32Array;
  readonly #next: Int32Array;
  #end = 1;

  /** Lists are numbered from 0 up to `lists`, exclusive; `entries` is the most that all of them together can hold. */
  constructor(lists: number, entries: number) {
    this.#first = new Int32Array(lists);
    this.#value = new Int32Array(entries + 1);
    this.#next = new Int32Array(entries + 1);
  }

  add(list: number, value: number): void {
    const entry = this.#end++;
    this.#value[entry] = value;
    this.#next[entry] = this.#first[list]!;
    this.#first[list] = entry;
  }

  /** The values of a list, the last first. */
  *of(list: number): Generator<number> {
    for (let entry = this.#first[list]!; entry !== 0; entry = this.#next[entry]!) yield this.#value[entry]!;
  }
}
