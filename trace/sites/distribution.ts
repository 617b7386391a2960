/** How durations are spread, in little memory however many they are. */

import type { Ticks } from '../graph.ts';

/** Buckets for each doubling: a percentile is right to about one per cent. */
const PER_DOUBLING = 32;

export class Distribution {
  #buckets = new Uint32Array(0);
  #count = 0;
  #total: Ticks = 0;
  #min: Ticks = Infinity;
  #max: Ticks = 0;

  get count(): number {
    return this.#count;
  }

  get total(): Ticks {
    return this.#total;
  }

  /** 0 when there are none. */
  get max(): Ticks {
    return this.#max;
  }

  add(duration: Ticks): void {
    const bucket = duration < 1 ? 0 : 1 + Math.floor(Math.log2(duration) * PER_DOUBLING);
    if (bucket >= this.#buckets.length) this.#lengthen(bucket + PER_DOUBLING);
    this.#buckets[bucket]!++;
    this.#count++;
    this.#total += duration;
    if (duration < this.#min) this.#min = duration;
    if (duration > this.#max) this.#max = duration;
  }

  /** Adds all of another one. */
  include(other: Distribution): void {
    if (other.#buckets.length > this.#buckets.length) this.#lengthen(other.#buckets.length);
    for (const [bucket, count] of other.#buckets.entries()) this.#buckets[bucket]! += count;
    this.#count += other.#count;
    this.#total += other.#total;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
  }

  /** The smallest duration that at least `percent` per cent do not exceed, to about one per cent; 0 without any. */
  percentile(percent: number): Ticks {
    if (this.#count === 0) return 0;
    let left = Math.max(1, Math.ceil((this.#count * percent) / 100));
    const bucket = this.#buckets.findIndex(count => (left -= count) <= 0);
    const middle = bucket === 0 ? 0 : 2 ** ((bucket - 0.5) / PER_DOUBLING);
    return Math.min(this.#max, Math.max(this.#min, middle));
  }

  #lengthen(length: number): void {
    const longer = new Uint32Array(length);
    longer.set(this.#buckets);
    this.#buckets = longer;
  }
}
