/** Recordings on the disk. */

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { RecordingReader } from '../../shared/trace/recording.ts';
import { ThreadReader } from '../../trace/thread-reader.ts';
import { inflate } from '../../trace-host/inflate.ts';

/**
 * Reads a whole recording, or what is whole of it.
 * @throws NotARecording, and what `readFile` throws
 */
export async function readRecording(file: string): Promise<RecordingReader> {
  const reader = new RecordingReader(inflate);
  reader.push(await readFile(file));
  reader.end();
  return reader;
}

export type Threads = Pick<ThreadReader, 'threads' | 'damages'>;

/**
 * What a recording means. It is read piece by piece and its events are not kept, so that it may be larger than memory.
 * @throws NotARecording, and what reading a file throws
 */
export async function readThreads(file: string): Promise<Threads> {
  const reader = new ThreadReader(inflate);
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) reader.push(bytes as Buffer);
  reader.end();
  return reader;
}
