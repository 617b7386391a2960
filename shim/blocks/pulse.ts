/** Memory that a thread shares with the one that watches it: each writes its own cells, and reads the other's. */

/** Places of integers. */
export const Cell = {
  /** Counts the turns of the event loop, from 1 on. Written by the watched thread. */
  turn: 0,
  /** The turn in which the main thread has last answered. Written by it. */
  answered: 1,
  /** The turn that lasts so long that its stack is wanted; negative when it was taken, 0 for none. Written by both. */
  asked: 2,
  /** Of the main thread's cells: 1 from when on a debugger may be there. Written by the main thread. */
  debugged: 3,
  /** Whether the watching thread has a session with the main thread: see `Line`. Written by both. */
  line: 4,
  /** How often the watched thread was between two functions when it was asked. Written by it. */
  missed: 5,
  /** Counts the looks of the watching thread: time has passed. Written by it. */
  beat: 6,
  /** 1 while code runs, as far as hooks tell. Written by the watched thread. */
  running: 7,
  /** 1 when a thread has these cells. Written by it. */
  taken: 8,
  /** 1 when the main thread needs the line to be free: it may end. Written by it. */
  ending: 9,
  /** Of the main thread's cells: how many threads there have been at most at a time. Written by all. */
  threads: 10,
  /** Of the main thread's cells: 1 from before the watching thread is made until it looks no more. Written by both. */
  watching: 11,
} as const;

export const Line = { free: 0, busy: 1, cut: 2 } as const;

export interface Pulse {
  readonly cells: Int32Array;
  /** One number: when the turn that is asked for was first seen, in the milliseconds of `now`. */
  readonly since: Float64Array;
}

/** An even number: a float lies behind them. */
const CELLS = 12;
const PULSE_BYTES = CELLS * 4 + 8;

/** That of the main thread, and those of so many others at a time. */
const PULSES = 1 + 63;

/** Memory for the pulses of all threads, none of which is taken. */
export const memoryForPulses = (): SharedArrayBuffer => new SharedArrayBuffer(PULSES * PULSE_BYTES);

/** From 0 on, which is the main thread's. */
export function pulseIn(memory: SharedArrayBuffer, index: number): Pulse {
  const at = index * PULSE_BYTES;
  return { cells: new Int32Array(memory, at, CELLS), since: new Float64Array(memory, at + CELLS * 4, 1) };
}

/** One that no thread has; `undefined` where all are taken. */
export function takePulse(memory: SharedArrayBuffer): Pulse | undefined {
  for (let index = 0; index < PULSES; index++) {
    const it = pulseIn(memory, index);
    if (Atomics.compareExchange(it.cells, Cell.taken, 0, 1) !== 0) continue;
    noteThreads(pulseIn(memory, 0).cells, index + 1);
    return it;
  }
  return undefined;
}

function noteThreads(cells: Int32Array, count: number): void {
  for (let known = 0; known < count; ) known = Atomics.compareExchange(cells, Cell.threads, known, count);
}
