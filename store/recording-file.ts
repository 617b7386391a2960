/** A recording on the disk, which may be growing while it is read. */

import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordingState } from '../shared/panel/messages.ts';
import type { Progress } from '../shared/panel/questions.ts';
import type { Thread } from '../trace/thread.ts';
import { ThreadReader } from '../trace/thread-reader.ts';
import { inflate } from '../trace-host/inflate.ts';
import { Recording } from './recording.ts';

/** Packed well, it holds a hundred thousand events: questions wait for no more than that. */
const PIECE_BYTES = 1 << 16;
/** Milliseconds between looks at a file that grows, and between two times that the panel is told to look. */
const LOOK_INTERVAL = 50;
const TELL_INTERVAL = 100;

export class RecordingFile {
  readonly #path: string;
  readonly #tell: () => void;
  readonly #reader = new ThreadReader(inflate);
  readonly #buffer = Buffer.allocUnsafe(PIECE_BYTES);
  #progress: Progress;
  /** Whether `end` will say when no more is to come. */
  #isToBeEnded: boolean;
  #recording: Recording | undefined;
  #toldAt = 0;
  #isNews = false;

  /** @param changed is called when there is more to be seen, a few times a second at most */
  constructor(path: string, state: RecordingState, changed: () => void) {
    this.#path = path;
    this.#isToBeEnded = state === 'growing';
    this.#progress = state === 'growing' ? 'live' : 'reading';
    this.#tell = changed;
  }

  /** As it is by now: the same one until there is more. */
  get recording(): Recording {
    this.#recording ??= new Recording(this.#reader.threads, this.#reader.damages, this.#progress);
    return this.#recording;
  }

  /** The program has ended: what is in the file by now is all. */
  end(): void {
    this.#isToBeEnded = false;
    this.#setProgress('reading');
  }

  /**
   * Reads to the end. One that grows is followed until `end` is called; one of which it is not known, as long as a
   * process runs that has not ended its recording.
   * @throws NotARecording, and what opening and reading a file throws
   */
  async read(): Promise<void> {
    const file = await open(this.#path);
    try {
      await this.#readOn(file);
      while (this.#isToBeEnded || this.#reader.threads.some(isBeingWritten)) {
        this.#setProgress('live');
        await sleep(LOOK_INTERVAL);
        await this.#readOn(file);
      }
      // What was written just before the end.
      await this.#readOn(file);
    } finally {
      await file.close();
    }
    this.#reader.end();
    this.#setProgress('complete');
    this.#tell();
  }

  #setProgress(progress: Progress): void {
    if (progress === this.#progress) return;
    this.#progress = progress;
    this.#recording = undefined;
    this.#isNews = true;
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

/**
 * Whether a thread has not ended its stream, and its process is there: one of this user, lest the number is that of a
 * process in a container that was killed.
 */
function isBeingWritten({ stream: { end, info } }: Thread): boolean {
  if (end !== undefined) return false;
  try {
    return process.kill(info.pid, 0);
  } catch {
    return false;
  }
}
