/**
 * Runs in a thread of its own: notices when the event loop of the main thread stands still, and asks it where it is.
 *
 * The main thread counts its turns. A count that does not change says that it is blocked, or that it has nothing to do;
 * a message that it answers at once tells which. Where it is blocked, it is asked for its stack in two ways at a time:
 * calls of Node's functions look for the question when they return, and the inspector interrupts all other code.
 */

import type { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { now } from '../monotonic.ts';
import { INTERRUPT } from '../runtime/names.ts';
import { Cell, Line, pulseIn } from './pulse.ts';

export interface WatcherData {
  readonly memory: SharedArrayBuffer;
  /** Milliseconds. */
  readonly threshold: number;
  /** When the first turn began, in the milliseconds of `now`. */
  readonly startedAt: number;
  /** Whether the main thread counts its turns by itself. Otherwise it does so only when it answers. */
  readonly countsTurns: boolean;
}

const { memory, threshold, startedAt, countsTurns } = workerData as WatcherData;
const { cells, since } = pulseIn(memory);

// Some builds of Node have none.
const inspector = process.features.inspector
  ? (createRequire(__filename)('node:inspector') as typeof import('node:inspector'))
  : undefined;

const INTERVAL = Math.max(1, threshold / 10);
/**
 * Early enough to see the stack before the shortest block of interest ends. It is asked for again each time that the
 * block has become twice as long.
 */
const FIRST_ASKED_AFTER = threshold * 0.6;

/** On a busy computer this thread may have to wait; for so long only where the process was stopped. */
const ASLEEP = 1000;

let turn = 0;
let turnSince = startedAt;
let messageSent = false;
let askAfter = FIRST_ASKED_AFTER;
/** Questions to which there was no answer before the last one was asked. */
let missed = 0;
let lastLook = now();

// Never notified: a way to sleep without an event loop.
const sleeping = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  Atomics.wait(sleeping, 0, 0, INTERVAL);
  look(now());
}

function look(at: number): void {
  // This thread did not run, either.
  const wasAsleep = at - lastLook > ASLEEP;
  // It has begun since the last look.
  const middle = (lastLook + at) / 2;
  lastLook = at;
  cells[Cell.beat] = (cells[Cell.beat]! + 1) | 0;
  const counted = cells[Cell.turn]!;
  if (cells[Cell.asked] !== counted) hangUp();
  if (counted !== turn || wasAsleep) {
    // The first turn began before this thread did.
    if (turn !== 0 || counted !== 1) turnSince = wasAsleep ? at : middle;
    turn = counted;
    messageSent = false;
    askAfter = FIRST_ASKED_AFTER;
  } else if (countsTurns && cells[Cell.answered] === turn) return;
  else if (!messageSent) {
    messageSent = true;
    parentPort!.postMessage(turn);
  } else if (at - turnSince >= askAfter) {
    ask();
    // The watched thread may have kept this one waiting.
    askAfter = 2 * (now() - turnSince);
  } else if (cells[Cell.missed] !== missed) ask();
}

function ask(): void {
  missed = cells[Cell.missed]!;
  since[0] = turnSince;
  cells[Cell.asked] = turn;
  if (cells[Cell.debugged] === 0) interruptIt();
}

let session: Session | undefined;

function interruptIt(): void {
  if (inspector === undefined) return;
  if (Atomics.compareExchange(cells, Cell.line, Line.free, Line.busy) !== Line.free) return;
  session = new inspector.Session();
  session.connectToMainThread();
  // What comes of it is written down there.
  session.post('Runtime.evaluate', { expression: `${INTERRUPT}()`, silent: true });
}

/** While there is a session, Node does not let the process end, and says so. */
function hangUp(): void {
  if (session === undefined) return;
  session.disconnect();
  session = undefined;
  Atomics.store(cells, Cell.line, Line.free);
  Atomics.notify(cells, Cell.line);
}
