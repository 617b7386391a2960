// The recordings that are open: the one that somebody looked at last is what the code is shown with.
import { Disposable, EventEmitter, type Event } from 'vscode';
import type { StoreThread } from '../panel/store-thread.ts';

/** A recording, with what shows it. */
export interface ShownRecording {
  readonly store: StoreThread;
  /** Shows all tasks of a function, by its site's id. */
  reveal(site: string): Promise<void>;
}

export class ShownRecordings implements Disposable {
  #shown: readonly ShownRecording[] = [];
  readonly #changes = new EventEmitter<void>();

  /** Another one counts from now on, or none. */
  readonly onChange: Event<void> = this.#changes.event;

  get last(): ShownRecording | undefined {
    return this.#shown.at(-1);
  }

  /** Counts from now on, until it is disposed of or another one does. Also for one that is known. */
  show(recording: ShownRecording): Disposable {
    this.#set([...this.#shown.filter(it => it !== recording), recording]);
    return new Disposable(() => this.#set(this.#shown.filter(it => it !== recording)));
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #set(shown: readonly ShownRecording[]): void {
    const before = this.last;
    this.#shown = shown;
    if (this.last !== before) this.#changes.fire();
  }
}
