/** Where events are written down, until they are handed on by the chunk. */

import { EVENT_INTS, TICKS_PER_MS, type EventType } from '../../shared/trace/events.ts';

/** 64 KiB: larger ones save nothing, smaller ones cost more system calls. */
const CHUNK_INTS = 4096 * EVENT_INTS;

/** Clocks fit into 31 bits, so that a chunk whose clock has run further is closed. */
const LAST_TICK = 0x7fffffff;

// Taken before anybody can put fake ones in their place.
const now = performance.now.bind(performance);

/** `base` is in ticks since the stream began. The events are overwritten afterwards. */
export type TakeChunk = (events: Int32Array, base: number) => void;

const started = now();
let takeChunk: TakeChunk = () => undefined;
const ints = new Int32Array(CHUNK_INTS);
let length = 0;
let base = 0;
/** `base` in the milliseconds of `now`. */
let baseTime = started;

/** True while a chunk is handed on: what happens then is our own doing. */
export let writing = false;

export function writeTo(take: TakeChunk): void {
  takeChunk = take;
}

/** When the stream's clock stood at 0, in milliseconds since 1970. */
export const startedAt = (): number => performance.timeOrigin + started;

export function emit(type: EventType, subject: number, a: number, b: number, c: number): void {
  if (length === CHUNK_INTS) flush();
  ints[length] = (type << 27) | subject;
  ints[length + 1] = a;
  ints[length + 2] = b;
  ints[length + 3] = c;
  length += EVENT_INTS;
}

/** Ticks since the base of the chunk that the next event goes to. */
export function clock(): number {
  // The event that the clock is read for must fit into the same chunk.
  if (length === CHUNK_INTS) flush();
  const ticks = (now() - baseTime) * TICKS_PER_MS;
  if (ticks < LAST_TICK) return ticks | 0;
  flush();
  rebase();
  return 0;
}

/** Hands on what is written so far. */
export function flush(): void {
  if (length === 0) return;
  const events = ints.subarray(0, length);
  length = 0;
  writing = true;
  takeChunk(events, base);
  writing = false;
  rebase();
}

function rebase(): void {
  baseTime = now();
  base = Math.round((baseTime - started) * TICKS_PER_MS);
}
