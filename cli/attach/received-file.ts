/** What the threads of a program send, put together in one file. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { encodeFileHeader, encodeFrame, type Frame } from '../../shared/trace/frame.ts';
import { FrameReader } from '../../shared/trace/frame-reader.ts';
import type { Listening, Receiver } from '../../trace-host/connection.ts';

/** Who wants to know of the threads. */
export interface Attendance {
  /** The first one has joined. */
  begins(): void;
  /** The last one has ended. */
  ends(): void;
}

export class ReceivedFile implements Listening {
  readonly #fd: number;
  readonly #attendance: Attendance;
  #threads = 0;
  #joined = 0;

  /** @throws when the file cannot be made */
  constructor(file: string, attendance: Attendance) {
    this.#fd = openSync(file, 'w');
    this.#attendance = attendance;
    writeSync(this.#fd, encodeFileHeader());
  }

  joined(): Receiver {
    const reader = new FrameReader();
    this.#threads++;
    if (this.#joined++ === 0) this.#attendance.begins();
    return {
      push: bytes => this.#write(reader.push(bytes)),
      end: () => {
        this.#write(reader.end());
        if (--this.#threads === 0) this.#attendance.ends();
      },
    };
  }

  /** Whoever has no token is none of the program's. */
  refused(): void {}

  close(): void {
    closeSync(this.#fd);
  }

  #write(frames: readonly Frame[]): void {
    for (const frame of frames) writeSync(this.#fd, encodeFrame(frame));
  }
}
