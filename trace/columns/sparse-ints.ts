/**
 * Whole numbers by number, such as the rows of a table by the numbers of what they speak of. A `Map` takes many times
 * as long when it holds millions, and can hold no more than sixteen of them.
 */

const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/** Where numbers are set is nearly dense, but begins anywhere: pages that nobody needs are not there. */
export class SparseInts {
  readonly #pages: (Int32Array | undefined)[] = [];

  /** 0 for none. */
  get(at: number): number {
    const page = this.#pages[at >>> PAGE_BITS];
    return page === undefined ? 0 : page[at & (PAGE - 1)]!;
  }

  set(at: number, value: number): void {
    const page = this.#pages[at >>> PAGE_BITS];
    if (page !== undefined) page[at & (PAGE - 1)] = value;
    else if (value !== 0) (this.#pages[at >>> PAGE_BITS] = new Int32Array(PAGE))[at & (PAGE - 1)] = value;
  }
}
