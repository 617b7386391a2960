/**
 * Runs in a thread of its own: notices when the event loop of another one stands still, and asks it where it is.
 *
 * All threads count their turns. A count that does not change says that a thread is blocked, or that it has nothing to
 * do. The main thread tells which by a message that it answers at once; others note it where they begin and end to run
 * code. A blocked thread is asked for its stack in two ways at a time: calls of Node's functions look for the question
 * when they return, and the inspector interrupts all other code.
 */

import { parentPort, workerData } from 'node:worker_threads';
import { now } from '../monotonic.ts';
import { Inspection } from './inspection.ts';
import { Cell, pulseIn, type Pulse } from './pulse.ts';
import { WatchedThread } from './watched-thread.ts';

export interface WatcherData {
  /** That of all pulses. */
  readonly memory: SharedArrayBuffer;
  /** Milliseconds. */
  readonly threshold: number;
  /** When the main thread's first turn began, as `now` tells it. */
  readonly startedAt: number;
  /** Whether threads count their turns by themselves. Otherwise the main thread does so only when it answers. */
  readonly countsTurns: boolean;
  /** Whether other threads can reach the main one by the inspector: Node aborts where it has given them none. */
  readonly hasInspector: boolean;
}

const { memory, threshold, startedAt, countsTurns, hasInspector } = workerData as WatcherData;

/** Threads besides that are not known here, such as this one. */
const FURTHER_THREADS = 8;

const main = pulseIn(memory, 0);
const inspection = new Inspection(main.cells);
let lastMessage = 0;
const mainThread = new WatchedThread(main, isMainIdle, threshold, startedAt);

interface Place {
  readonly pulse: Pulse;
  /** `undefined` while no thread has it. */
  thread: WatchedThread | undefined;
}

/** All that a thread had, but for the main one's. */
const places: Place[] = [];

const interval = Math.max(1, threshold / 10);
// Debuggers stop threads as they please, and Node, which waits for all of them before it ends, would wait forever.
while (Atomics.wait(main.cells, Cell.debugged, 0, interval) === 'timed-out') look(now());
inspection.hangUp();
Atomics.store(main.cells, Cell.watching, 0);
Atomics.notify(main.cells, Cell.watching);

function look(at: number): void {
  while (places.length + 1 < main.cells[Cell.threads]!) {
    places.push({ pulse: pulseIn(memory, places.length + 1), thread: undefined });
  }
  for (const it of places) {
    if (it.pulse.cells[Cell.taken] === 0) it.thread = undefined;
    else it.thread ??= new WatchedThread(it.pulse, () => it.pulse.cells[Cell.running] === 0, threshold, at);
  }
  const threads = places.flatMap(({ thread }) => thread ?? []);
  const isEnding = main.cells[Cell.ending] !== 0;
  if (isEnding || ![mainThread, ...threads].some(thread => thread.isAsked(at))) inspection.hangUp();
  const asksMain = mainThread.look(at);
  const asked = threads.filter(thread => thread.look(at));
  if (isEnding || !hasInspector) return;
  if (asksMain) inspection.interruptMain();
  if (asked.length > 0) inspection.interruptWorkers(threads.length + FURTHER_THREADS);
}

function isMainIdle(turn: number): boolean {
  if (countsTurns && main.cells[Cell.answered] === turn) return true;
  if (lastMessage === turn) return false;
  lastMessage = turn;
  parentPort!.postMessage(turn);
  return true;
}
