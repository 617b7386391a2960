/** Moments by number, of which few are known. */

import type { Ticks } from '../graph.ts';

const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/** As `SparseInts`: what is next to each other is often known together. */
export class SparseMoments {
  readonly #pages: (Float64Array | undefined)[] = [];

  /** Infinity for none. */
  get(at: number): Ticks {
    const page = this.#pages[at >>> PAGE_BITS];
    return page === undefined ? Infinity : page[at & (PAGE - 1)]!;
  }

  set(at: number, moment: Ticks): void {
    const page = this.#pages[at >>> PAGE_BITS];
    if (page !== undefined) page[at & (PAGE - 1)] = moment;
    else if (moment !== Infinity)
      (this.#pages[at >>> PAGE_BITS] = new Float64Array(PAGE).fill(Infinity))[at & (PAGE - 1)] = moment;
  }
}
