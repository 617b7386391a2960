/** Where events are written down, with the time, until they are handed on by the frame. */

import { EVENT_INTS, EventType, TICKS_PER_MS } from '../../shared/trace/events.ts';
import { now } from '../monotonic.ts';
import { pulse } from '../blocks/own-pulse.ts';
import { Cell } from '../blocks/pulse.ts';
import { EventFrame } from '../recording/event-frame.ts';

/** 64 KiB: larger ones save nothing, smaller ones cost more system calls. */
const CAPACITY = 4096 * EVENT_INTS;

/** For what a debugger has the program do in the midst of handing on a frame. */
const RESERVE = 1024 * EVENT_INTS;

/** Clocks fit into 31 bits, so that a frame whose clock has run further is closed. */
const LAST_TICK = 0x7fffffff;

/**
 * To read the clock takes 30 to 60 ns. Where it is asked for more often than each two microseconds, only one time in so
 * many it is read: the more, the longer that goes on, and at once when the watching thread has seen time pass. Primes,
 * so that they do not fall into step with a loop.
 */
const STRIDES = [1, 2, 3, 5, 7, 11, 17] as const;
const DENSE_TICKS = 20;

/** The events are overwritten afterwards. */
export type TakeFrame = (frame: EventFrame) => void;

const started = now();
let takeFrame: TakeFrame = () => undefined;
const frame = new EventFrame(CAPACITY + RESERVE);
const { ints } = frame;
let length = 0;
/** Whether a frame is being handed on. */
let handing = false;
/** The frame's base, as `now` tells it. */
let baseTime = started;
/** The clock when it was read last. */
let ticks = 0;
/** Index into `STRIDES`, at most `longest`. */
let stride = 0;
let longest = 0;
/** How often the clock is still asked for until it is read. */
let unread = 0;
const { cells } = pulse;
/** That of the watching thread when the clock was read last. */
let beat = 0;

/** True while what happens is our own doing. */
export let writing = false;

/** `take` gets each frame that is full, or flushed. */
export function writeTo(take: TakeFrame): void {
  takeFrame = take;
}

/** Allowed where `exactClock` is called whenever the program has slept. */
export function readClockSparsely(): void {
  longest = STRIDES.length - 1;
}

/** When the stream's clock stood at 0, in milliseconds since 1970. */
export const startedAt = performance.timeOrigin + performance.now();

/** Writes an event down. What operands mean is said in `shared/trace/events.ts`. */
export function emit(type: EventType, subject: number, a: number, b: number, c: number): void {
  ints[length] = (type << 27) | subject;
  ints[length + 1] = a;
  ints[length + 2] = b;
  ints[length + 3] = c;
  length += EVENT_INTS;
  // Now, since the clock is read for the next event before it comes here, and counts for that event's frame.
  if (length === CAPACITY) flush();
}

/** Ticks since the base of the frame that the next event goes to; by up to 17 such events late where they are dense. */
export function clock(): number {
  if (--unread > 0 && cells[Cell.beat] === beat) return ticks;
  beat = cells[Cell.beat]!;
  const last = ticks;
  exactClock();
  if (ticks - last >= STRIDES[stride]! * DENSE_TICKS) stride = 0;
  else if (stride < longest) stride++;
  unread = STRIDES[stride]!;
  return ticks;
}

/** The same as `clock`, read at once. */
export function exactClock(): number {
  const passed = (now() - baseTime) * TICKS_PER_MS;
  if (passed < LAST_TICK) return (ticks = passed | 0);
  if (handing) return ticks;
  while (length > 0) flush();
  rebase();
  return 0;
}

/** Hands on what is written so far. */
export function flush(): void {
  if (length === 0 || handing) return;
  frame.length = length;
  handing = true;
  unrecorded(() => takeFrame(frame));
  handing = false;
  if (length > frame.length) keepBehind(frame.length);
  else {
    length = 0;
    rebase();
  }
}

/** What has come while the frame was handed on is the next one's beginning, with its clocks. */
function keepBehind(handed: number): void {
  const lost = (length - ints.length) / EVENT_INTS;
  ints.copyWithin(0, handed, length);
  length = Math.min(length, ints.length) - handed;
  if (lost > 0) emit(EventType.Dropped, 0, lost, 0, 0);
  if (length >= CAPACITY) flush();
}

/** What `action` does is our own doing. */
export function unrecorded(action: () => void): void {
  writing = true;
  action();
  writing = false;
}

function rebase(): void {
  baseTime = now();
  frame.base = Math.round((baseTime - started) * TICKS_PER_MS);
  ticks = 0;
  unread = 0;
}
