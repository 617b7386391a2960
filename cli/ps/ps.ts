/** `asynclens ps`: what a running process waits for. */

import { createInterface } from 'node:readline/promises';
import { counted } from '../../shared/words.ts';
import { inWords } from '../../trace/words.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { ExitCode } from '../check.ts';
import type { Terminal } from '../progress.ts';
import { UsageError } from '../usage-error.ts';
import { withInspector } from './attach.ts';
import type { Inspector } from './inspector.ts';
import type { PsOptions } from './options.ts';
import { tasksOf, type WaitingTask } from './snapshot.ts';
import { treeLines, treeOf } from './tree.ts';

/** Of pauses that are expected to be longer, in milliseconds, people are asked first. */
const LONGEST_UNASKED = 2000;

/** Measured: 15 s at 180 MB; less for small heaps. */
const MS_PER_MB = 85;

/** Grows by one when a reader of the one before would misread it; new properties may come without. */
const VERSION = 1;

export interface Screen {
  /** Absolute, with forward slashes. */
  readonly cwd: string;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
}

/** @throws UsageError when the process cannot be looked into */
export async function ps(options: PsOptions, { cwd, stdout, stderr }: Screen): Promise<ExitCode> {
  const { pid, port, json } = options;
  const tasks = await withInspector(pid, port, async inspector => {
    if (!(await isAgreed(inspector, options, stderr))) return undefined;
    return await tasksOf(inspector);
  });
  if (tasks === undefined) return 1;
  stdout.write(json ? jsonOf(pid, tasks) : textOf(pid, tasks, cwd));
  return 0;
}

/** @throws UsageError where nobody can be asked */
async function isAgreed(inspector: Inspector, { pid, yes }: PsOptions, stderr: Terminal): Promise<boolean> {
  const bytes = await inspector.evaluate<number>('process.memoryUsage().heapUsed');
  const expected = (bytes / 1e6) * MS_PER_MB;
  if (yes || expected <= LONGEST_UNASKED) return true;
  const pause = `Process ${pid} will stand still for about ${inWords(expected * TICKS_PER_MS)}, since its heap is large.`;
  if (!process.stdin.isTTY || stderr.isTTY !== true) throw new UsageError(`${pause} If that does no harm, say --yes.`);
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y/i.test(await questions.question(`${pause} Go on? [y/N] `));
  } finally {
    questions.close();
  }
}

function textOf(pid: number, tasks: readonly WaitingTask[], cwd: string): string {
  const title = `Process ${pid} has ${counted(tasks.length, 'suspended function')}.`;
  return [title, ...treeLines(treeOf(tasks), cwd)].map(line => `${line}\n`).join('');
}

function jsonOf(pid: number, tasks: readonly WaitingTask[]): string {
  const listed = tasks.map(({ waitsFor, ...task }) => ({ ...task, waitsFor: waitsFor.map(({ id }) => id) }));
  return `${JSON.stringify({ version: VERSION, pid, tasks: listed }, undefined, 2)}\n`;
}
