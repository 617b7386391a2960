/** Lets in so much work at a time; the rest waits in line. */
export class Semaphore {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(next => this.#line.push(next));
  }

  /** Hands the place to the next in line, before anybody else can take it. */
  #leave(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
