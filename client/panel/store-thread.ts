// The thread that holds a recording, seen from the extension.
import { Worker } from 'node:worker_threads';
import { EventEmitter, type Disposable, type Event } from 'vscode';
import type { FromStore, RecordingSource, ToStore } from '../../shared/panel/messages.ts';
import type { Answer, Question } from '../../shared/panel/questions.ts';

export class StoreThread implements Disposable {
  readonly #worker: Worker;
  readonly #messages = new EventEmitter<FromStore>();
  /** Questions of the page are numbered from 1 up, those of the extension from -1 down. */
  #lastId = 0;
  #isComplete = false;

  readonly onMessage: Event<FromStore> = this.#messages.event;

  /** `module` is the path of what the thread runs. */
  constructor(module: string, source: RecordingSource) {
    this.#worker = new Worker(module);
    this.#worker.on('message', (message: FromStore) => {
      this.#isComplete ||= message.kind === 'complete';
      this.#messages.fire(message);
    });
    this.#worker.on('error', (error: Error) => this.#messages.fire({ kind: 'broken', message: asText(error) }));
    this.post({ kind: 'load', source });
  }

  /** Whether the recording was read to its end. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  post(message: ToStore): void {
    this.#worker.postMessage(message);
  }

  /** What the extension itself wants to know. Rejects with a message for people. */
  ask<Q extends Question>(question: Q): Promise<Answer<Q>> {
    const id = --this.#lastId;
    return new Promise((resolve, reject) => {
      const listener = this.onMessage(message => {
        if (!('id' in message) || message.id !== id) return;
        listener.dispose();
        if (message.kind === 'answer') resolve(message.answer as Answer<Q>);
        else reject(new Error(message.message));
      });
      this.post({ kind: 'question', id, question });
    });
  }

  dispose(): void {
    this.#messages.dispose();
    // A thread that does not end by itself ends with the extension.
    this.#worker.terminate().catch(() => undefined);
  }
}

const asText = (error: Error): string =>
  `The recording could not be read on: ${error.message}. Open it again; if that does not help, record the program anew.`;
