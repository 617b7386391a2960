/** A listener for tests: it reads what programs send, and tells when something has come. */

import { EventEmitter, once } from 'node:events';
import { RecordingReader, type Stream } from '../../shared/trace/recording.ts';
import type { Receiver } from '../../trace-host/connection.ts';
import { TraceListener } from '../../trace-host/listener.ts';

const nothingIsCompressed = (): never => {
  throw new Error('A program has better things to do than to compress.');
};

export class Audience {
  readonly #changes = new EventEmitter();
  readonly readers: RecordingReader[] = [];
  readonly refusals: string[] = [];
  #left = 0;
  #listener: TraceListener | undefined;

  static async open(folder: string): Promise<Audience> {
    const audience = new Audience();
    audience.#listener = await TraceListener.open(folder, {
      joined: () => audience.join(),
      refused: reason => audience.#note(() => audience.refusals.push(reason)),
    });
    return audience;
  }

  get streams(): Stream[] {
    return this.readers.flatMap(({ streams }) => streams);
  }

  get damages(): string[] {
    return this.readers.flatMap(({ damages }) => damages);
  }

  /** How many threads have ended, or were cut off. */
  get left(): number {
    return this.#left;
  }

  join(): Receiver {
    const reader = new RecordingReader(nothingIsCompressed);
    this.#note(() => this.readers.push(reader));
    return {
      push: bytes => this.#note(() => reader.push(bytes)),
      end: () => this.#note(() => (reader.end(), this.#left++)),
    };
  }

  async until(condition: (audience: Audience) => boolean): Promise<void> {
    while (!condition(this)) await once(this.#changes, 'change');
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  #note(change: () => void): void {
    change();
    this.#changes.emit('change');
  }
}
