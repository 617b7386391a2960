/** A small program that has run under the shim, with its recording as the panel's store has it. */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import { NODES } from './nodes.ts';
import { run, SHIM } from './record.ts';

const NODE = NODES.find(({ isModern }) => isModern)!;

export interface RecordedProgram {
  /** Holds the program as `main.mjs`; whoever asks for it removes it. */
  readonly folder: string;
  /** Of the recording. */
  readonly path: string;
  readonly file: RecordingFile;
}

export async function recordedProgram(program: string): Promise<RecordedProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
  const path = join(folder, 'run.asynclens');
  const main = join(folder, 'main.mjs');
  await writeFile(main, program);
  await run(await NODE.path(), [main], tracedEnvironment(process.env, SHIM, { file: path }) as NodeJS.ProcessEnv);
  const file = new RecordingFile(path, 'found', () => undefined);
  await file.read();
  return { folder, path, file };
}
