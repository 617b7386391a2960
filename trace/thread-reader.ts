/** The threads of a recording, known as far as its bytes have come in. */

import { RecordingReader, type Decompress } from '../shared/trace/recording.ts';
import { Thread } from './thread.ts';

export class ThreadReader {
  readonly #threads: Thread[] = [];
  readonly #reader: RecordingReader;

  constructor(decompress: Decompress) {
    this.#reader = new RecordingReader(decompress, stream => {
      const thread = new Thread(stream);
      this.#threads.push(thread);
      return thread;
    });
  }

  /** In the order in which they began; more may join. */
  get threads(): readonly Thread[] {
    return this.#threads;
  }

  /** What was found to be wrong so far, for people to read. */
  get damages(): readonly string[] {
    return this.#reader.damages;
  }

  /** Keeps what is incomplete of `bytes`. @throws NotARecording */
  push(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /**
   * There are no more bytes.
   * @throws NotARecording
   */
  end(): void {
    this.#reader.end();
  }
}
