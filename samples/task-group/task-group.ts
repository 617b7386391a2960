/** Tasks that end together: none outlives the block that `await using` holds the group in. */
export class TaskGroup implements AsyncDisposable {
  readonly #stop = new AbortController();
  readonly #tasks: Promise<void>[] = [];

  /** The task is to listen to the signal, which tells that another one has failed. */
  start(task: (signal: AbortSignal) => Promise<void>): void {
    const running = task(this.#stop.signal);
    running.catch(error => this.#stop.abort(error));
    this.#tasks.push(running);
  }

  /** Waits for all tasks; rejects with the first error. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#tasks);
    this.#stop.signal.throwIfAborted();
  }
}
