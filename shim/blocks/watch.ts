/** Has another thread watch this one. */

import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { now } from '../monotonic.ts';
import { INTERRUPT } from '../runtime/names.ts';
import { hideThread } from '../thread-ids.ts';
import { unnoticed } from '../unnoticed.ts';
import { beginTurn, interrupt, noteBlocksOf } from './blocks.ts';
import { isDebugged, leaveToDebuggers, lookForDebugger } from './debugger.ts';
import { isShared, pulse, sharePulses } from './own-pulse.ts';
import { Cell } from './pulse.ts';
import { watchNativeCalls } from './native-calls.ts';
import type { WatcherData } from './watcher.ts';

/**
 * Without our own NODE_OPTIONS: it is not to be recorded, nor watched. Its streams would open those of the program.
 */
const QUIET: WorkerOptions = { name: 'asynclens', execArgv: [], env: {}, stdout: true, stderr: true };

const { cells } = pulse;

/** Options with which Node only starts others, that it tests or watches over. */
const STARTS_OTHERS = /^--(?:test|watch|watch-path)(?:=|$)/;

const hasInspector = (): boolean =>
  ![...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)].some(option => STARTS_OTHERS.test(option));

/**
 * Watches for turns of the event loop that last for `threshold` milliseconds or more. Where turns do not count
 * themselves by `beginTurn`, they are counted when the thread that watches asks.
 */
export function watchBlocks(threshold: number, countsTurns: boolean): void {
  beAsked(threshold);
  const memory = sharePulses();
  lookForDebugger();
  if (isDebugged()) return;
  leaveToDebuggers();
  const workerData: WatcherData = { memory, threshold, startedAt: now(), countsTurns, hasInspector: hasInspector() };
  cells[Cell.watching] = 1;
  const watcher = unnoticed(() => new Worker(join(__dirname, 'shim-watcher.cjs'), { ...QUIET, workerData }));
  hideThread(watcher.threadId);
  watcher.on('message', () => {
    if (!countsTurns) beginTurn();
    cells[Cell.answered] = cells[Cell.turn]!;
  });
  watcher.unref();
}

/** Lets the thread that watches the main one look at this one as well, which it does from now on. */
export function joinWatched(threshold: number): void {
  if (!isShared) return;
  beAsked(threshold);
  pulse.cells[Cell.running] = 1;
}

function beAsked(threshold: number): void {
  Object.defineProperty(globalThis, INTERRUPT, { value: interrupt });
  noteBlocksOf(threshold);
  watchNativeCalls();
}
