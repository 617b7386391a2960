/** The end of a turn of the event loop: where it took too long, that is written down, with the stack of what ran. */

import { EventType, TICKS_PER_MS } from '../../shared/trace/events.ts';
import { current } from '../runtime/contexts.ts';
import { now } from '../monotonic.ts';
import { emit, exactClock } from '../runtime/events.ts';
import { stackIndex } from '../runtime/sites.ts';
import { isDebugged, lookForDebugger } from './debugger.ts';
import { isShared, pulse } from './own-pulse.ts';
import { Cell, Line } from './pulse.ts';
import { captureStack, inSource, type RawFrame } from './stack.ts';

interface Sample {
  readonly frames: readonly RawFrame[];
  readonly context: number;
  /** In the milliseconds of `now`. */
  readonly at: number;
}

const { cells, since } = pulse;
cells[Cell.turn] = 1;

/** The function of Node or V8 that is known to run; empty for none. */
export const native = { running: '' };

/** What was found to be running in this turn, in the order of time. */
let samples: Sample[] = [];

/** Milliseconds of a turn in which the shim worked for itself: nobody would see them without it. */
let own = { turn: 0, milliseconds: 0 };
let worksForItself = false;

/** Milliseconds to wait for a thread that may not run any more. */
const LONGEST_WAIT = 1000;

/** Milliseconds. */
let threshold = Infinity;

/** From now on, turns are noted that last for so many milliseconds or more. */
export function noteBlocksOf(milliseconds: number): void {
  threshold = milliseconds;
}

/** Another turn of the event loop begins. */
export function beginTurn(): void {
  if (cells[Cell.asked] !== 0) endBlock();
  cells[Cell.turn] = (cells[Cell.turn]! + 1) & 0x7fffffff;
}

/** Does what takes long and is the shim's own, so that no block is made of it. */
export function workForItself<Result>(work: () => Result): Result {
  const from = now();
  worksForItself = true;
  try {
    return work();
  } finally {
    worksForItself = false;
    const lasted = now() - from;
    const before = own.turn === cells[Cell.turn] ? own.milliseconds : 0;
    own = { turn: cells[Cell.turn]!, milliseconds: before + lasted };
    // What runs from now on has not been asked for.
    if (lasted >= threshold / 2 && Math.abs(cells[Cell.asked]!) === cells[Cell.turn]) cells[Cell.missed]!++;
  }
}

/** Called in the midst of whatever runs: takes the stack if it is still wanted. */
export function interrupt(): void {
  if (cells[Cell.asked] !== cells[Cell.turn]) return;
  cells[Cell.asked] = -cells[Cell.turn]!;
  const frames = captureStack(true, native.running);
  if (frames.length > 0) take(frames);
  else if (isShared) rest();
  else cells[Cell.missed]!++;
}

/** Nothing runs, whatever hooks have told. */
function rest(): void {
  cells[Cell.running] = 0;
  cells[Cell.asked] = 0;
}

/** The function `name`, of Node or V8, returns, and has found that the stack is wanted. */
export function returnFrom(name: string): void {
  take(captureStack(false, name));
}

/**
 * The function `name` returns when the question has been answered, perhaps just before it was called: then the time
 * since is its own, which nobody may have been there to ask for.
 */
export function returnLate(name: string): void {
  const before = samples.at(-1)?.at ?? since[0]!;
  if (now() - before >= threshold / 2) returnFrom(name);
}

/**
 * The function `name`, which was called at `began`, returns while a debugger may be there, and nobody watches. What is
 * written down is its time alone: that of the turn may be the debugger's.
 */
export function returnUnwatched(name: string, began: number): void {
  const lasted = now() - began;
  if (lasted >= threshold && !worksForItself) writeBlock(sampleOf(captureStack(false, name)), lasted);
}

const sampleOf = (frames: readonly RawFrame[]): Sample => ({ frames, context: current, at: now() });

function take(frames: readonly RawFrame[]): void {
  if (worksForItself) return;
  samples.push(sampleOf(frames));
}

/** Nobody looks from now on: while the inspector is connected, Node does not let the process end, and says so. */
export function cutLine(): void {
  // It has not come to be asked, and will not be in time.
  if (cells[Cell.asked] === cells[Cell.turn]) cells[Cell.asked] = -cells[Cell.turn]!;
  cells[Cell.ending] = 1;
  // At most until the watching thread looks next.
  while (Atomics.compareExchange(cells, Cell.line, Line.free, Line.cut) === Line.busy) {
    if (Atomics.wait(cells, Cell.line, Line.busy, LONGEST_WAIT) === 'timed-out') return;
  }
}

/** Undoes `cutLine`. */
export function mendLine(): void {
  cells[Cell.ending] = 0;
  Atomics.compareExchange(cells, Cell.line, Line.cut, Line.free);
}

/** Writes down that the turn which ends now took too long. */
export function endBlock(): void {
  const isThisTurn = Math.abs(cells[Cell.asked]!) === cells[Cell.turn];
  cells[Cell.asked] = 0;
  const [from, until] = [since[0]!, now()];
  const found = longest(samples, from, until);
  samples = [];
  const lasted = until - from - (own.turn === cells[Cell.turn] ? own.milliseconds : 0);
  if (!isThisTurn || lasted < threshold) return;
  // It may have stopped the turn.
  lookForDebugger();
  if (!isDebugged()) writeBlock(found, lasted);
}

function writeBlock(found: Sample | undefined, milliseconds: number): void {
  const stack = found === undefined ? 0 : stackIndex(inSource(found.frames));
  emit(EventType.Block, stack, found?.context ?? 0, milliseconds * TICKS_PER_MS, exactClock());
}

/** Each sample stands for the time since the one before it, the last one also for that until the end. */
function longest(taken: readonly Sample[], from: number, until: number): Sample | undefined {
  let best: Sample | undefined;
  let most = 0;
  let before = from;
  taken.forEach((it, index) => {
    const time = (index === taken.length - 1 ? until : it.at) - before;
    before = it.at;
    if (time < most) return;
    best = it;
    most = time;
  });
  return best;
}
