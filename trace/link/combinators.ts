/** Recognises what was given to `Promise.all`, `race`, `any` and `allSettled`. */

import type { Context } from '../graph.ts';
import type { PromiseTable } from '../graph/promises.ts';

/**
 * A combinator makes its promise, and then calls `then` on each input, all at once. The promises so derived are
 * numbered from the combinator's on; where an input is no promise, one is made around it in between.
 */
export class Combinators {
  readonly #promises: PromiseTable;
  /** Rows of promises; 0 for none. */
  #candidate = 0;
  #previous = 0;
  #expected = 0;

  constructor(promises: PromiseTable) {
    this.#promises = promises;
  }

  /** A promise without a parent is made. */
  made(row: number): void {
    this.#previous = this.#candidate;
    this.#candidate = row;
    this.#expected = this.#promises.id[row]! + 1;
  }

  /** A promise has been settled; `made` was called for it last when it is that of an input. */
  settled(row: number): void {
    if (this.#candidate !== row) return;
    this.#candidate = this.#previous;
    this.#expected = this.#promises.id[row]! + 1;
  }

  /** The promise `derived` is made by `then` on the promise `parent`. */
  derived(derived: number, parent: number, context: Context): void {
    const candidate = this.#candidate;
    if (candidate === 0) return;
    const { id, settledAt, context: contexts } = this.#promises;
    if (parent === id[candidate]) this.interrupted();
    else if (settledAt[candidate] === Infinity && contexts[candidate] === context && derived - this.#expected <= 1) {
      this.#promises.addInput(candidate, parent);
      this.#expected = derived + 1;
    }
  }

  /** Something happened that happens in no combinator. */
  interrupted(): void {
    this.#candidate = 0;
  }
}
