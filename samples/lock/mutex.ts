/** Lets work in one at a time, in the order in which it came. */
export class Mutex {
  #tail: Promise<unknown> = Promise.resolve();

  /** Settles as the work does. An error reaches the caller, not those who wait behind. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }
}
