/** What the watching thread knows of another one: for how long its turn lasts, and when to ask for its stack. */

import { now } from '../monotonic.ts';
import { Cell, type Pulse } from './pulse.ts';

/** On a busy computer the watching thread may have to wait; for so long only where the process was stopped. */
const ASLEEP = 1000;

/** Milliseconds after which an answer is not waited for any more: the thread may have been ended from outside. */
const PATIENCE = 60_000;

/** Whether the thread has nothing to do in this turn. It may take until the next look to find out. */
export type IsIdle = (turn: number) => boolean;

export class WatchedThread {
  readonly #pulse: Pulse;
  readonly #isIdle: IsIdle;
  readonly #firstAskedAfter: number;
  #turn = 0;
  #turnSince: number;
  #askAfter: number;
  #askedAt = -Infinity;
  /** Questions to which there was no answer before the last one was asked. */
  #missed = 0;
  #lastLook = now();

  /** `threshold` is in milliseconds; the first turn began at `startedAt`, as `now` tells it. */
  constructor(pulse: Pulse, isIdle: IsIdle, threshold: number, startedAt: number) {
    this.#pulse = pulse;
    this.#isIdle = isIdle;
    // Early enough to see the stack before the shortest block of interest ends.
    this.#firstAskedAfter = threshold * 0.6;
    this.#askAfter = this.#firstAskedAfter;
    this.#turnSince = startedAt;
  }

  /** Whether the thread is asked now for its stack: again each time that the block has become twice as long. */
  look(at: number): boolean {
    const { cells } = this.#pulse;
    // The watching thread did not run, either.
    const wasAsleep = at - this.#lastLook > ASLEEP;
    // It has begun since the last look.
    const middle = (this.#lastLook + at) / 2;
    this.#lastLook = at;
    cells[Cell.beat] = (cells[Cell.beat]! + 1) | 0;
    const counted = cells[Cell.turn]!;
    if (counted !== this.#turn || wasAsleep) {
      // The first turn began before the watching thread did.
      if (this.#turn !== 0 || counted !== 1) this.#turnSince = wasAsleep ? at : middle;
      this.#turn = counted;
      this.#askAfter = this.#firstAskedAfter;
      return false;
    }
    if (this.#isIdle(counted)) return false;
    const lasts = at - this.#turnSince;
    if (lasts < this.#askAfter && cells[Cell.missed] === this.#missed) return false;
    if (lasts >= this.#askAfter) this.#askAfter = 2 * lasts;
    this.#missed = cells[Cell.missed]!;
    this.#askedAt = at;
    this.#pulse.since[0] = this.#turnSince;
    cells[Cell.asked] = counted;
    return true;
  }

  /** Whether it is still to answer. */
  isAsked(at: number): boolean {
    const { cells } = this.#pulse;
    return cells[Cell.asked] === cells[Cell.turn] && cells[Cell.turn] !== 0 && at - this.#askedAt < PATIENCE;
  }
}
