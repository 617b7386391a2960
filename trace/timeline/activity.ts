/** How much happened when: the strip below a whole recording. */

import type { Ticks } from '../graph.ts';

const BINS = 2048;

/**
 * Bins of equal width that cover a thread from its beginning. When time runs out of them, they are joined in pairs, so
 * that there are never more of them, nor fewer than half.
 */
export class Activity {
  #width: Ticks = 1;
  /** Ticks in which the thread was busy. */
  readonly busy = new Float64Array(BINS);
  /** Tasks that began. */
  readonly started = new Float64Array(BINS);
  /** The longest time, in ticks, that a task was ready before it went on. */
  readonly lag = new Float64Array(BINS);

  /** Ticks in a bin. */
  get width(): Ticks {
    return this.#width;
  }

  start(at: Ticks): void {
    const bin = this.#binOf(at);
    this.started[bin]!++;
  }

  /** A task went on at `at` that was ready for so long. */
  wait(at: Ticks, duration: Ticks): void {
    const bin = this.#binOf(at);
    if (duration > this.lag[bin]!) this.lag[bin] = duration;
  }

  run(from: Ticks, until: Ticks): void {
    const last = this.#binOf(until);
    for (let bin = this.#binOf(from); bin <= last; bin++) {
      const width = this.#width;
      this.busy[bin]! += Math.min(until, (bin + 1) * width) - Math.max(from, bin * width);
    }
  }

  #binOf(at: Ticks): number {
    while (at >= BINS * this.#width) this.#widen();
    return Math.max(0, Math.floor(at / this.#width));
  }

  #widen(): void {
    this.#width *= 2;
    joinPairs(this.busy, (a, b) => a + b);
    joinPairs(this.started, (a, b) => a + b);
    joinPairs(this.lag, Math.max);
  }
}

function joinPairs(bins: Float64Array, join: (a: number, b: number) => number): void {
  for (let at = 0; at < BINS / 2; at++) bins[at] = join(bins[2 * at]!, bins[2 * at + 1]!);
  bins.fill(0, BINS / 2);
}
