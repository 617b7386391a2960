/**
 * Events rearranged so that they compress well: operand by operand, each as the difference from what is likely,
 * and of these first all lowest bytes, then all second ones, and so on.
 */

import type { EventChunk } from './event-chunk.ts';
import { EVENT_INTS, EventType } from './events.ts';

const BASE_BYTES = 8;

/** Whether c is the number of a promise, which is near a; else it is a clock, which is near the one before. */
const isNearSubject = (head: number): boolean => head >>> 27 === EventType.Then || head >>> 27 === EventType.Follow;

/** 0 means "none" in b and c, and stays 0: a difference of 0 becomes 1, and so on. */
const fromNone = (value: number, difference: number): number =>
  value === 0 ? 0 : difference >= 0 ? difference + 1 : difference;
const differenceOf = (stored: number): number => (stored > 0 ? stored - 1 : stored);

/** The payload of events in columns. */
export function encodeColumns({ base, events }: EventChunk): Uint8Array {
  const count = events.length / EVENT_INTS;
  const bytes = new Uint8Array(BASE_BYTES + events.byteLength);
  new DataView(bytes.buffer).setFloat64(0, base, true);
  const planes = bytes.subarray(BASE_BYTES);
  let lastA = 0;
  let lastC = 0;
  for (let at = 0; at < count; at++) {
    const [head, a, b, c] = [0, 1, 2, 3].map(operand => events[at * EVENT_INTS + operand]!) as [
      number,
      number,
      number,
      number,
    ];
    const near = isNearSubject(head);
    split(planes, at, head);
    split(planes, count + at, a - lastA);
    split(planes, 2 * count + at, fromNone(b, (a - b) | 0));
    split(planes, 3 * count + at, fromNone(c, ((near ? a : lastC) - c) | 0));
    lastA = a;
    if (!near && c !== 0) lastC = c;
  }
  return bytes;
}

/** @throws RangeError when the bytes are not those of whole events */
export function decodeColumns(bytes: Uint8Array): EventChunk {
  const length = bytes.length - BASE_BYTES;
  if (length < 0 || length % (EVENT_INTS * 4) !== 0)
    throw new RangeError('Events have another length than they should.');
  const count = length / (EVENT_INTS * 4);
  const planes = bytes.subarray(BASE_BYTES);
  const events = new Int32Array(count * EVENT_INTS);
  let lastA = 0;
  let lastC = 0;
  for (let at = 0; at < count; at++) {
    const head = joined(planes, at);
    const near = isNearSubject(head);
    const a = (lastA + joined(planes, count + at)) | 0;
    const b = joined(planes, 2 * count + at);
    const c = joined(planes, 3 * count + at);
    events[at * EVENT_INTS] = head;
    events[at * EVENT_INTS + 1] = a;
    if (b !== 0) events[at * EVENT_INTS + 2] = a - differenceOf(b);
    if (c !== 0) events[at * EVENT_INTS + 3] = (near ? a : lastC) - differenceOf(c);
    lastA = a;
    if (!near && c !== 0) lastC = events[at * EVENT_INTS + 3]!;
  }
  return { base: new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true), events };
}

/** Small numbers of either sign become small numbers without one, whose higher bytes are all 0. */
function split(planes: Uint8Array, at: number, value: number): void {
  const size = planes.length / 4;
  const zigzag = (value << 1) ^ ((value | 0) >> 31);
  planes[at] = zigzag;
  planes[size + at] = zigzag >>> 8;
  planes[2 * size + at] = zigzag >>> 16;
  planes[3 * size + at] = zigzag >>> 24;
}

function joined(planes: Uint8Array, at: number): number {
  const size = planes.length / 4;
  const zigzag =
    planes[at]! | (planes[size + at]! << 8) | (planes[2 * size + at]! << 16) | (planes[3 * size + at]! << 24);
  return (zigzag >>> 1) ^ -(zigzag & 1);
}
