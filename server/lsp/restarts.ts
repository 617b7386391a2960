/** How often something may die before it is left for dead. */

export class Restarts {
  readonly #most: number;
  readonly #within: number;
  #deaths: readonly number[] = [];

  /** Allows fewer than `most` deaths within any stretch of `within` milliseconds. */
  constructor(most: number, within: number) {
    this.#most = most;
    this.#within = within;
  }

  /** Notes a death at `now` (milliseconds); true when a restart is worth trying. */
  allowedAt(now: number): boolean {
    this.#deaths = [...this.#deaths.filter(death => now - death < this.#within), now];
    return this.#deaths.length < this.#most;
  }
}
