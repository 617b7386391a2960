/** Why something was rejected, and how often for each reason. */

import { reasonInWords, type Reason } from '../../shared/trace/reason.ts';

export class ReasonCounts {
  /** By what the reason is in words: each thread numbers them by itself. */
  readonly #counts = new Map<string, { readonly reason: Reason; count: number }>();

  /** `undefined` for a reason that is not known. */
  add(reason: Reason | undefined, count = 1): void {
    if (reason === undefined) return;
    const words = reasonInWords(reason);
    const known = this.#counts.get(words);
    if (known === undefined) this.#counts.set(words, { reason, count });
    else known.count += count;
  }

  /** Adds all of others. */
  include(others: ReasonCounts): void {
    for (const { reason, count } of others.#counts.values()) this.add(reason, count);
  }

  /** The most frequent first. */
  list(): { readonly reason: Reason; readonly count: number }[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count);
  }
}
