/** What the programs of a run send while they run, from when somebody began to listen. */

import { ThreadReader } from '../trace/thread-reader.ts';
import type { Receiver } from '../trace-host/connection.ts';
import { inflate } from '../trace-host/inflate.ts';
import { TraceListener } from '../trace-host/listener.ts';
import { processesIn } from '../trace-host/run-folder.ts';
import { Recording } from './recording.ts';

/** Milliseconds between two times that the panel is told to look, and between looks whether somebody is left. */
const TELL_INTERVAL = 100;
const LOOK_INTERVAL = 1000;

export class LiveRecording {
  readonly #folder: string;
  readonly #tell: () => void;
  /** One for each connection. */
  readonly #readers: ThreadReader[] = [];
  readonly #refusals: string[] = [];
  readonly #ended = new AbortController();
  #connections = 0;
  #recording: Recording | undefined;
  #isTold = true;

  /** @param folder that of the run @param changed as for a `RecordingFile` */
  constructor(folder: string, changed: () => void) {
    this.#folder = folder;
    this.#tell = changed;
  }

  /** As it is by now: the same one until there is more. */
  get recording(): Recording {
    this.#recording ??= new Recording(
      this.#readers.flatMap(({ threads }) => threads),
      [...this.#readers.flatMap(({ damages }) => damages), ...this.#refusals],
      this.#ended.signal.aborted ? 'complete' : 'live',
    );
    return this.#recording;
  }

  /** Nobody wants to hear more; programs run on. */
  end(): void {
    this.#ended.abort();
  }

  /**
   * Listens until all programs of the run have ended, or until `end` is called.
   * @throws when another listener is there, or none can be made
   */
  async read(): Promise<void> {
    const listener = await TraceListener.open(this.#folder, {
      joined: () => this.#join(),
      refused: reason => this.#note(() => this.#refusals.push(reason)),
    });
    try {
      await this.#end();
    } finally {
      await listener.close();
    }
    this.#recording = undefined;
    this.#tell();
  }

  /** Each connection is a recording of one thread. */
  #join(): Receiver {
    const reader = new ThreadReader(inflate);
    this.#readers.push(reader);
    this.#connections++;
    return {
      push: bytes => this.#note(() => reader.push(bytes)),
      end: () =>
        this.#note(() => {
          this.#connections--;
          reader.end();
        }),
    };
  }

  #note(change: () => void): void {
    change();
    this.#recording = undefined;
    if (!this.#isTold) return;
    this.#isTold = false;
    setTimeout(() => {
      this.#isTold = true;
      this.#tell();
    }, TELL_INTERVAL);
  }

  /** Settles when it was called off, or no process of the run is left. */
  #end(): Promise<void> {
    return new Promise((resolve, reject) => {
      const { signal } = this.#ended;
      const look = async (): Promise<void> => {
        if (this.#connections === 0 && (await processesIn(this.#folder)).length === 0) this.end();
      };
      const timer = setInterval(() => {
        look().catch((error: unknown) => {
          clearInterval(timer);
          reject(error as Error);
        });
      }, LOOK_INTERVAL);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        resolve();
      });
    });
  }
}
