/** A recording on the disk, which may be growing while it is read. */

import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { RecordingState } from '../shared/panel/messages.ts';
import type { Progress } from '../shared/panel/questions.ts';
import { RecordingReader } from '../shared/trace/recording.ts';
import { Thread } from '../trace/thread.ts';
import { Recording } from './recording.ts';

/** Packed well, it holds a hundred thousand events: questions wait for no more than that. */
const PIECE_BYTES = 1 << 16;
/** Milliseconds between looks at a file that grows, and between two times that the panel is told to look. */
const LOOK_INTERVAL = 50;
const TELL_INTERVAL = 100;

export class RecordingFile {
  readonly #path: string;
  readonly #tell: () => void;
  readonly #threads: Thread[] = [];
  readonly #reader = new RecordingReader(
    (_, stored) => inflateRawSync(stored),
    stream => {
      const thread = new Thread(stream);
      this.#threads.push(thread);
      return thread;
    },
  );
  readonly #buffer = Buffer.allocUnsafe(PIECE_BYTES);
  #progress: Progress;
  #recording: Recording | undefined;
  #toldAt = 0;
  #isNews = false;

  /** @param changed is called when there is more to be seen, a few times a second at most */
  constructor(path: string, state: RecordingState, changed: () => void) {
    this.#path = path;
    this.#progress = state === 'growing' ? 'live' : 'reading';
    this.#tell = changed;
  }

  /** As it is by now: the same one until there is more. */
  get recording(): Recording {
    this.#recording ??= new Recording(this.#threads, this.#reader.damages, this.#progress);
    return this.#recording;
  }

  /** The program has ended: what is in the file by now is all. */
  end(): void {
    this.#progress = 'reading';
    this.#recording = undefined;
  }

  /**
   * Reads to the end, for a file that grows until `end` is called.
   * @throws NotARecording, and what opening and reading a file throws
   */
  async read(): Promise<void> {
    const file = await open(this.#path);
    try {
      while (this.#progress === 'live') {
        await this.#readOn(file);
        await sleep(LOOK_INTERVAL);
      }
      await this.#readOn(file);
    } finally {
      await file.close();
    }
    this.#reader.end();
    this.#progress = 'complete';
    this.#recording = undefined;
    this.#tell();
  }

  /** Reads what is there by now, in pieces, between which questions are answered. */
  async #readOn(file: FileHandle): Promise<void> {
    for (;;) {
      const { bytesRead } = await file.read(this.#buffer, 0, PIECE_BYTES);
      // The reader keeps what is incomplete, and the buffer is used again.
      if (bytesRead > 0) this.#reader.push(new Uint8Array(this.#buffer.subarray(0, bytesRead)));
      if (bytesRead > 0) this.#recording = undefined;
      this.#isNews ||= bytesRead > 0;
      if (this.#isNews && performance.now() - this.#toldAt >= TELL_INTERVAL) {
        this.#toldAt = performance.now();
        this.#isNews = false;
        this.#tell();
      }
      if (bytesRead === 0) return;
    }
  }
}
