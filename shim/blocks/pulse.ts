/** Memory that a thread shares with the one that watches it: each writes its own cells, and reads the other's. */

/** Places of integers. */
export const Cell = {
  /** Counts the turns of the event loop, from 1 on. Written by the watched thread. */
  turn: 0,
  /** The turn in which the watched thread has last answered. Written by it. */
  answered: 1,
  /** The turn that lasts so long that its stack is wanted; negative when it was taken, 0 for none. Written by both. */
  asked: 2,
  /** 1 when a debugger may have stopped the watched thread. Written by it. */
  debugged: 3,
  /** Whether the watching thread has a session with the watched one: see `Line`. Written by both. */
  line: 4,
  /** How often the watched thread was between two functions when it was asked. Written by it. */
  missed: 5,
  /** Counts the looks of the watching thread: time has passed. Written by it. */
  beat: 6,
} as const;

export const Line = { free: 0, busy: 1, cut: 2 } as const;

export interface Pulse {
  readonly memory: SharedArrayBuffer;
  readonly cells: Int32Array;
  /** One number: when the turn that is asked for was first seen, in the milliseconds of `now`. */
  readonly since: Float64Array;
}

/** An even number: a float lies behind them. */
const CELLS = 8;

export function pulseIn(memory = new SharedArrayBuffer(CELLS * 4 + 8)): Pulse {
  return { memory, cells: new Int32Array(memory, 0, CELLS), since: new Float64Array(memory, CELLS * 4, 1) };
}
