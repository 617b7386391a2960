/** Recordings on the disk. */

import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { RecordingReader } from '../../shared/trace/recording.ts';

/**
 * Reads a whole recording, or what is whole of it.
 * @throws NotARecording, and what `readFile` throws
 */
export async function readRecording(file: string): Promise<RecordingReader> {
  const reader = new RecordingReader((_, stored) => inflateRawSync(stored));
  reader.push(await readFile(file));
  reader.end();
  return reader;
}
