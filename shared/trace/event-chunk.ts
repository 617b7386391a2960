/** A run of events that were written together. */

import { EVENT_INTS } from './events.ts';

export interface EventChunk {
  /** What the events' clocks count from, in ticks since the stream began. */
  readonly base: number;
  /** `EVENT_INTS` for each event: see `events.ts`. */
  readonly events: Int32Array;
}

/** The base comes before the events. */
export const BASE_BYTES = 8;

/** The payload of events as they are. */
export function encodeEvents({ base, events }: EventChunk): Uint8Array {
  const bytes = new Uint8Array(BASE_BYTES + events.byteLength);
  writeBase(bytes, base);
  bytes.set(new Uint8Array(events.buffer, events.byteOffset, events.byteLength), BASE_BYTES);
  return bytes;
}

/** Puts the base of the clock, in milliseconds, at the head of a payload. */
export const writeBase = (payload: Uint8Array, base: number): void =>
  new DataView(payload.buffer, payload.byteOffset).setFloat64(0, base, true);

/** @throws RangeError when the bytes are not those of whole events */
export function decodeEvents(bytes: Uint8Array): EventChunk {
  if (bytes.length < BASE_BYTES || (bytes.length - BASE_BYTES) % (EVENT_INTS * 4) !== 0) {
    throw new RangeError('Events have another length than they should.');
  }
  // A copy: integers have to lie at multiples of four.
  const aligned = Uint8Array.from(bytes);
  const base = new DataView(aligned.buffer).getFloat64(0, true);
  return { base, events: new Int32Array(aligned.buffer, BASE_BYTES) };
}
