/** Which row of a table speaks of the thing with a number. */

const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/** Numbers are nearly dense, but begin anywhere: pages that nobody needs are not there. */
export class IdIndex {
  readonly #pages: (Int32Array | undefined)[] = [];

  /** 0 for none. */
  get(id: number): number {
    const page = this.#pages[id >>> PAGE_BITS];
    return page === undefined ? 0 : page[id & (PAGE - 1)]!;
  }

  set(id: number, row: number): void {
    (this.#pages[id >>> PAGE_BITS] ??= new Int32Array(PAGE))[id & (PAGE - 1)] = row;
  }
}
