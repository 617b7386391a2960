/** Notices when a job gives no sign of life. */

export class Watchdog {
  readonly #limit: number;
  readonly #bark: (silences: number) => void;
  #silences = 0;
  #timer: NodeJS.Timeout;

  /** Calls `bark` after each `limit` milliseconds without a sign of life, with the number of calls so far. */
  constructor(limit: number, bark: (silences: number) => void) {
    this.#limit = limit;
    this.#bark = bark;
    this.#timer = this.#wait();
  }

  signOfLife(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#wait();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#timer = this.#wait();
      this.#bark(++this.#silences);
    }, this.#limit);
  }
}
