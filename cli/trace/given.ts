/** Recordings that people name on the command line. */

import { NotARecording } from '../../shared/trace/frame-reader.ts';
import { UsageError } from '../usage-error.ts';
import { readThreads, type Threads } from './read.ts';

/** @throws UsageError when there is no recording in `file` */
export async function threadsOf(file: string): Promise<Threads> {
  try {
    return await readThreads(file);
  } catch (error) {
    if (error instanceof NotARecording) throw new UsageError(`${file}: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`The recording cannot be read: ${(error as Error).message}.`);
  }
}
