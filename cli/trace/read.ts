/** Recordings on the disk. */

import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { RecordingReader } from '../../shared/trace/recording.ts';

/**
 * Reads a whole recording, or what is whole of it.
 * @throws NotARecording, and what `readFileSync` throws
 */
export function readRecording(file: string): RecordingReader {
  const reader = new RecordingReader((_, stored) => inflateRawSync(stored));
  reader.push(readFileSync(file));
  reader.end();
  return reader;
}
