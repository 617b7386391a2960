/** A recording in a file, to which all threads and processes append. */

import { encodeFileHeader } from '../../shared/trace/frame.ts';
import { openSync, writeSync } from '../natives.ts';
import type { Sink, Written } from './sink.ts';

export class FileSink implements Sink {
  readonly #fd: number;

  /** @throws when the file can be neither made nor opened */
  constructor(path: string) {
    this.#fd = open(path);
  }

  write(frame: Uint8Array): Written {
    try {
      // In one call: what another process appends meanwhile comes before or behind it, not within.
      return writeSync(this.#fd, frame) === frame.length ? 'written' : 'refused';
    } catch {
      // The disk is full, or the program has closed a file that is not its own. The loss is counted, and noted in the
      // next frame.
      return 'refused';
    }
  }

  /** Nothing is ever on its way. */
  finish(): void {}
}

/** Whoever makes the file begins it. */
function open(path: string): number {
  try {
    const fd = openSync(path, 'ax');
    writeSync(fd, encodeFileHeader());
    return fd;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return openSync(path, 'a');
  }
}
