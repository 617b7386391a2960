/** `asynclens trace`: runs a program with the shim in it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { encodeFileHeader } from '../../shared/trace/frame.ts';
import { plansFolder } from '../../trace-host/plans-folder.ts';
import { makeRunFolder, removeRunFolder } from '../../trace-host/run-folder.ts';
import type { Terminal } from '../progress.ts';
import { cacheFolder } from '../cache.ts';
import { USUAL_WIDTH } from '../text/wrap.ts';
import { UsageError } from '../usage-error.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import type { TraceOptions } from './options.ts';
import { packRecording } from './pack.ts';
import { readThreads } from './read.ts';
import { summaryOf } from './summary.ts';

/** Signals that ask the program to end; it decides what to do. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The exit code of the program; for one that a signal has ended, 128 and the signal's number, as shells have it.
 * @throws UsageError when the recording cannot be written, or the program not be started
 */
export async function trace(
  { command, file, cache, tier, blockThreshold, collectGarbage, reasons, sampleAbove, packages }: TraceOptions,
  shim: string,
  cwd: string,
  stderr: Terminal,
): Promise<number> {
  await begin(file);
  const rendezvous = await makeRunFolder();
  const plans = cache.kind === 'none' ? undefined : await plansFolder(cacheFolder(cache, cwd), shim);
  const traced = { file, rendezvous, tier, blockThreshold, collectGarbage, reasons, sampleAbove, packages };
  const settings = { ...traced, ...(plans !== undefined && { plans }) };
  const end = await run(command, tracedEnvironment(process.env, shim, settings)).finally(() =>
    removeRunFolder(rendezvous),
  );
  if (!(await tellOf(file, cwd, stderr)))
    stderr.write(`Nothing was recorded: ${command[0]} started no Node program, or none of Node 20 or later.\n`);
  if (end.kind === 'exit') return end.code;
  stderr.write(`${end.signal} ended ${command[0]}.\n`);
  return 128 + constants.signals[end.signal];
}

/** Packs a recording that is complete, and says what is in it. `false` for nothing. */
export async function tellOf(file: string, cwd: string, stderr: Terminal): Promise<boolean> {
  const recorded = await readThreads(file);
  if (recorded.threads.length === 0) return false;
  await packRecording(file);
  const { size } = await stat(file);
  stderr.write(summaryOf(recorded, file.replaceAll('\\', '/'), size, { cwd, width: stderr.columns ?? USUAL_WIDTH }));
  return true;
}

async function begin(file: string): Promise<void> {
  try {
    await writeFile(file, encodeFileHeader());
  } catch (error) {
    throw new UsageError(
      `The recording cannot be written: ${(error as Error).message}. Choose another file with --out.`,
    );
  }
}

type End =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'kill'; readonly signal: NodeJS.Signals };

async function run([program, ...args]: TraceOptions['command'], env: NodeJS.ProcessEnv): Promise<End> {
  // On Windows most programs of npm are .cmd files, which only a shell can run.
  const child = spawn(program, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  try {
    const [code, signal] = (await once(child, 'close')) as [number, null] | [null, NodeJS.Signals];
    return signal === null ? { kind: 'exit', code } : { kind: 'kill', signal };
  } catch (error) {
    throw new UsageError(`${program} could not be started: ${(error as Error).message}.`);
  } finally {
    for (const signal of PASSED_ON) process.off(signal, passOn);
  }
}
