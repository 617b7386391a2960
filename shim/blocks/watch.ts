/** Has another thread watch this one. */

import inspector from 'node:inspector';
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { now } from '../monotonic.ts';
import { INTERRUPT } from '../runtime/names.ts';
import { hideThread } from '../thread-ids.ts';
import { unnoticed } from '../unnoticed.ts';
import { beginTurn, interrupt, noteBlocksOf } from './blocks.ts';
import { isShared, pulse, sharePulses } from './own-pulse.ts';
import { Cell } from './pulse.ts';
import { watchNativeCalls } from './native-calls.ts';
import type { WatcherData } from './watcher.ts';

/**
 * Without our own NODE_OPTIONS: it is not to be recorded, nor watched. Its streams would open those of the program.
 */
const QUIET: WorkerOptions = { name: 'asynclens', execArgv: [], env: {}, stdout: true, stderr: true };

/** Options with which Node only starts others, that it tests or watches over. */
const STARTS_OTHERS = /^--(?:test|watch|watch-path)(?:=|$)/;

/**
 * Whether other threads can reach this one by the inspector: Node would abort where it has given them none, and might
 * never end the process while VS Code's debugger has it stand still.
 */
function hasInspector(): boolean {
  if (process.env['VSCODE_INSPECTOR_OPTIONS'] !== undefined) return false;
  const options = [...process.execArgv, ...(process.env['NODE_OPTIONS'] ?? '').split(/\s+/)];
  return !options.some(option => STARTS_OTHERS.test(option));
}

/**
 * Watches for turns of the event loop that last for `threshold` milliseconds or more. Where turns do not count
 * themselves by `beginTurn`, they are counted when the thread that watches asks.
 */
export function watchBlocks(threshold: number, countsTurns: boolean): void {
  beAsked(threshold);
  const workerData: WatcherData = { memory: sharePulses(), threshold, startedAt: now(), countsTurns };
  const watcher = unnoticed(() => new Worker(join(__dirname, 'shim-watcher.cjs'), { ...QUIET, workerData }));
  hideThread(watcher.threadId);
  const { cells } = pulse;
  const isReachable = hasInspector();
  const noteDebugger = (): void => {
    cells[Cell.debugged] = isReachable && inspector.url() === undefined ? 0 : 1;
  };
  noteDebugger();
  watcher.on('message', () => {
    if (!countsTurns) beginTurn();
    cells[Cell.answered] = cells[Cell.turn]!;
    noteDebugger();
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
