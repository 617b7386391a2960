/** Recordings on the disk. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { RecordingReader, type Decompress } from '../../shared/trace/recording.ts';
import { Thread } from '../../trace/thread.ts';

const decompress: Decompress = (_, stored) => inflateRawSync(stored);

/**
 * Reads a whole recording, or what is whole of it.
 * @throws NotARecording, and what `readFile` throws
 */
export async function readRecording(file: string): Promise<RecordingReader> {
  const reader = new RecordingReader(decompress);
  reader.push(await readFile(file));
  reader.end();
  return reader;
}

export interface Threads {
  /** In the order in which they began. */
  readonly threads: readonly Thread[];
  /** What was found to be wrong with the recording, for people to read. */
  readonly damages: readonly string[];
}

/**
 * What a recording means. It is read piece by piece and its events are not kept, so that it may be larger than memory.
 * @throws NotARecording, and what reading a file throws
 */
export async function readThreads(file: string): Promise<Threads> {
  const threads: Thread[] = [];
  const reader = new RecordingReader(decompress, stream => {
    const thread = new Thread(stream);
    threads.push(thread);
    return thread;
  });
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) reader.push(bytes as Buffer);
  reader.end();
  return { threads, damages: reader.damages };
}
