/** Recognises what was given to `Promise.all`, `race`, `any` and `allSettled`. */

import type { GrowingPromise } from './growing.ts';

/**
 * A combinator makes its promise, and then calls `then` on each input, all at once. The promises so derived are
 * numbered
 * from the combinator's on; where an input is no promise, one is made around it in between.
 */
export class Combinators {
  #candidate: GrowingPromise | undefined;
  #previous: GrowingPromise | undefined;
  #expected = 0;

  /** A promise without a parent is made. */
  made(promise: GrowingPromise): void {
    this.#previous = this.#candidate;
    this.#candidate = promise;
    this.#expected = promise.id + 1;
  }

  /** A promise has been settled; `made` was called for it last when it is that of an input. */
  settled(promise: GrowingPromise): void {
    if (this.#candidate !== promise) return;
    this.#candidate = this.#previous;
    this.#expected = promise.id + 1;
  }

  /** `derived` is made by `then` on `parent`. */
  derived(derived: number, parent: number, context: number): void {
    const candidate = this.#candidate;
    if (candidate === undefined) return;
    if (parent === candidate.id) this.interrupted();
    else if (!candidate.settled && candidate.context === context && derived - this.#expected <= 1) {
      candidate.inputs = [...candidate.inputs, parent];
      this.#expected = derived + 1;
    }
  }

  /** Something happened that happens in no combinator. */
  interrupted(): void {
    this.#candidate = undefined;
  }
}
