/** A program that does a million things a second, while the panel shows it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright-core';
import { obtainNode } from '../../scripts/node-versions.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { encodeFileHeader } from '../../shared/trace/frame.ts';
import { Panel } from './page.ts';
import { WATCH_TASKS } from './steps.ts';

/** Each is four events: it starts, awaits, what it awaits is settled, and so is it. */
const TASKS_A_SECOND = 250_000;
const EVENTS_OF_A_TASK = 4;
/** Of an event in a file that is not packed. */
const EVENT_BYTES = 16;

/** What came of it. */
export interface Ingest {
  readonly events: number;
  /** Events a second that the program wrote. */
  readonly rate: number;
  /** Milliseconds from when a task was started to when the header counted it. */
  readonly delays: readonly number[];
  /** From the end of the program to when all of it was read. */
  readonly drain: number;
  /** Bytes an event by which this process grew in the first half, and in the second. */
  readonly growth: readonly [number, number];
}

type Counted = readonly [count: number, at: number];

/** @param folder for the recording, which takes 16 MB for each second */
export async function ingest(browser: Browser, folder: string, seconds: number): Promise<Ingest> {
  const file = join(folder, 'busy.asynclens');
  writeFileSync(file, encodeFileHeader());
  const panel = await Panel.over(file, 'growing', browser);
  await panel.page.evaluate(WATCH_TASKS);
  const env = tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file, sampleAbove: 0 });
  const program = spawn(await obtainNode(24), ['bench/trace/busy.cjs', `${TASKS_A_SECOND}`, `${seconds}`], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started: Counted[] = [];
  const memory: Counted[] = [];
  for await (const line of createInterface({ input: program.stdout! })) {
    const [count = 0, at = 0] = line.split(' ').map(Number);
    started.push([count, at]);
    memory.push([process.memoryUsage().rss, at]);
  }
  if (program.exitCode === null) await once(program, 'exit');
  const ended = performance.now();
  panel.end();
  await panel.complete;
  const drain = performance.now() - ended;
  const seen = await panel.page.evaluate<Counted[]>('window.seen');
  await panel.close();
  const [count, at] = started.at(-1)!;
  return {
    events: Math.floor(statSync(file).size / EVENT_BYTES),
    rate: (EVENTS_OF_A_TASK * count * 1000) / (at - started[0]![1]),
    delays: seen.flatMap(shown => delayOf(shown, started)),
    drain,
    growth: growthOf(started, memory),
  };
}

/** What the header shows was true when the program had started as many. */
function delayOf([shown, at]: Counted, started: readonly Counted[]): number[] {
  const then = started.find(([count]) => count >= shown);
  return then === undefined ? [] : [Math.max(0, at - then[1])];
}

function growthOf(started: readonly Counted[], memory: readonly Counted[]): [number, number] {
  const half = Math.floor(started.length / 2);
  const between = (from: number, until: number): number =>
    (memory[until]![0] - memory[from]![0]) / (EVENTS_OF_A_TASK * (started[until]![0] - started[from]![0]));
  return [between(0, half), between(half, started.length - 1)];
}
