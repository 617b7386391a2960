/** One line on a terminal that says how far the work is; nothing where nobody watches. */

export interface Terminal {
  readonly isTTY?: boolean;
  /** Characters in a line, where it is a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between two updates: more often is only flicker. */
const INTERVAL = 80;

export class Progress {
  readonly #terminal: Terminal | undefined;
  #shownAt = -Infinity;

  constructor(stream: Terminal) {
    this.#terminal = stream.isTTY ? stream : undefined;
  }

  /** Replaces what was shown before. */
  show(text: string): void {
    if (this.#terminal === undefined || performance.now() - this.#shownAt < INTERVAL) return;
    this.#shownAt = performance.now();
    this.#terminal.write(`\r\u001b[K${text}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#shownAt !== -Infinity) this.#terminal?.write('\r\u001b[K');
    this.#shownAt = -Infinity;
  }
}
