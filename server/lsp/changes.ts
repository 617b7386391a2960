/** Notices that findings may have changed, and says so once when the changes have come to rest. */

import { Emitter } from 'vscode-languageserver/node';

/** Milliseconds without a change after which the changes have come to rest. */
const REST = 200;

/** What changed: the URI of an edited document, or something outside the open documents. */
export type Origin = string | 'outside';

export class Changes {
  readonly #rests = new Emitter<ReadonlySet<Origin>>();
  #generation = 0;
  #origins = new Set<Origin>();
  #timer: NodeJS.Timeout | undefined;

  /** Fires with all that changed since it fired last. */
  readonly onRest = this.#rests.event;

  /** Grows with each change: findings of the same generation belong together. */
  get generation(): number {
    return this.#generation;
  }

  note(origin: Origin): void {
    this.#generation++;
    this.#origins.add(origin);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const origins = this.#origins;
      this.#origins = new Set();
      this.#rests.fire(origins);
    }, REST);
  }
}

/** True when something else than the document itself changed: its own editor looks after its own edits. */
export const touches = (origins: ReadonlySet<Origin>, uri: string): boolean => origins.size > 1 || !origins.has(uri);
