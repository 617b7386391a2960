/** Messages in the order of their arrival, each taken once, waited for when it is not there yet. */
export class Inbox<T> {
  #messages: T[] = [];
  #arrived: () => void = () => {};
  #arrival = this.#nextArrival();

  add(message: T): void {
    this.#messages.push(message);
    this.#arrived();
    this.#arrival = this.#nextArrival();
  }

  /** Takes the first message that is `wanted`; those before it stay. */
  async next(wanted: (message: T) => boolean = () => true): Promise<T> {
    for (;;) {
      const index = this.#messages.findIndex(wanted);
      if (index >= 0) return this.#messages.splice(index, 1)[0]!;
      await this.#arrival;
    }
  }

  /** All that has arrived and was not taken. */
  get waiting(): readonly T[] {
    return this.#messages;
  }

  #nextArrival(): Promise<void> {
    return new Promise(resolve => (this.#arrived = resolve));
  }
}
