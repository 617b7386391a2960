/** Events in the frame in which they will be written: nothing is copied on the way. */

import { BASE_BYTES, writeBase } from '../../shared/trace/event-chunk.ts';
import { Encoding, FrameKind, HEADER_BYTES } from '../../shared/trace/format.ts';
import { sealFrame } from '../../shared/trace/frame.ts';

const HEAD_BYTES = HEADER_BYTES + BASE_BYTES;

export class EventFrame {
  /** Room for events: see `EventType`. */
  readonly ints: Int32Array;
  /** How many integers of it are in use. */
  length = 0;
  /** What the events' clocks count from, in ticks since the stream began. */
  base = 0;
  readonly #bytes: Uint8Array;

  /** `capacity` is in integers. */
  constructor(capacity: number) {
    const buffer = new ArrayBuffer(HEAD_BYTES + capacity * Int32Array.BYTES_PER_ELEMENT);
    this.ints = new Int32Array(buffer, HEAD_BYTES);
    this.#bytes = new Uint8Array(buffer);
  }

  /** The events in it, until others take their place. */
  get events(): Int32Array {
    return this.ints.subarray(0, this.length);
  }

  /** The frame as it is written, until others take its place. */
  sealed(stream: number, sequence: number): Uint8Array {
    const frame = this.#bytes.subarray(0, HEAD_BYTES + this.length * Int32Array.BYTES_PER_ELEMENT);
    writeBase(frame.subarray(HEADER_BYTES), this.base);
    const bytes = frame.length - HEADER_BYTES;
    sealFrame(frame, { kind: FrameKind.Events, encoding: Encoding.Raw, stream, sequence, bytes });
    return frame;
  }
}
