/** Runs programs under the shim, and reads what they have recorded. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { readRecording } from '../../cli/trace/read.ts';
import type { RecordingReader } from '../../shared/trace/recording.ts';
import type { TraceSettings } from '../../shared/trace/settings.ts';

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Recorded extends Run {
  readonly recording: RecordingReader;
}

export const SHIM = resolve('dist/shim.cjs');

export async function run(node: string, args: readonly string[], env = process.env): Promise<Run> {
  const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, signal, stdout, stderr };
}

/** Runs `node` with `args` under the shim. */
export const record = (node: string, ...args: readonly string[]): Promise<Recorded> => recordWith({}, node, ...args);

/** The same with settings of a kind. */
export async function recordWith(
  settings: Omit<TraceSettings, 'file'>,
  node: string,
  ...args: readonly string[]
): Promise<Recorded> {
  const folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
  try {
    const file = join(folder, 'recording');
    const ran = await run(node, args, tracedEnvironment(process.env, SHIM, { ...settings, file }));
    return { ...ran, recording: await readRecording(file) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As often as a thread beside the program may come too late to notice something, on a busy machine. */
const TRIES = 5;

/** `record`, again while the recording does not show what a thread beside the program has to notice. */
export async function recordUntil(
  shows: (recording: RecordingReader) => boolean,
  node: string,
  ...args: readonly string[]
): Promise<Recorded> {
  let recorded = await record(node, ...args);
  for (let again = 1; again < TRIES && !shows(recorded.recording); again++) recorded = await record(node, ...args);
  return recorded;
}
