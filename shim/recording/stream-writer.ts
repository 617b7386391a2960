/** Makes frames of what one thread records, and hands them to one sink. */

import { encodeCheckpoint, type LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType } from '../../shared/trace/events.ts';
import { Encoding, FrameKind, type StreamEnd, type StreamInfo } from '../../shared/trace/format.ts';
import { encodeFrame } from '../../shared/trace/frame.ts';
import { encodeTables } from '../../shared/trace/tables.ts';
import { encodeJson } from '../../shared/trace/text.ts';
import { NO_ROWS, rowsBehind, type RowCounts } from '../runtime/sites.ts';
import { EventFrame } from './event-frame.ts';
import type { Sink } from './sink.ts';

/** Bytes of events between two checkpoints; more where many tasks are alive, so that checkpoints stay a small part. */
const SEGMENT_BYTES = 1 << 20;
const EVENT_BYTES_PER_LIVE_TASK = 512;

/** How a thread ended. */
export type Ending = Pick<StreamEnd, 'exitCode' | 'fatal'>;

/** The tasks that are alive. */
export interface AliveTasks {
  readonly size: number;
  all(): readonly LiveTask[];
}

export class StreamWriter {
  readonly #sink: Sink;
  readonly #stream: number;
  #known: RowCounts = NO_ROWS;
  #sequence = 0;
  /** Infinite where a checkpoint has to come first. */
  #bytesInSegment = Infinity;
  #written = 0;
  #dropped = 0;
  /** Of these nothing is written yet. */
  #newlyDropped = 0;
  #isClosed = false;

  /**
   * Begins the stream, with what is there already: the program may have nothing more to say. `stream` tells it from
   * others of the same recording.
   */
  constructor(sink: Sink, stream: number, info: StreamInfo, alive: AliveTasks) {
    this.#sink = sink;
    this.#stream = stream;
    this.#write(FrameKind.Stream, encodeJson(info));
    this.#writeTables();
    this.#beginSegment(alive);
  }

  /** Nobody reads this stream any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Writes events, and before them what they speak of, and that others are missing. `alive` are the tasks before. */
  take(frame: EventFrame, alive: AliveTasks): void {
    const { events, base } = frame;
    this.#writeTables();
    this.#beginSegment(alive);
    this.#bytesInSegment += events.byteLength;
    const count = events.length / EVENT_INTS;
    if (this.#newlyDropped > 0 && this.#writeEvents(lossOf(this.#newlyDropped, base))) this.#newlyDropped = 0;
    if (this.#writeEvents(frame)) this.#written += count;
    else {
      this.#dropped += count;
      this.#newlyDropped += count;
    }
  }

  end(how: Ending): void {
    this.#writeTables();
    const end: StreamEnd = { ...how, written: this.#written, dropped: this.#dropped };
    this.#write(FrameKind.End, encodeJson(end));
    this.#sink.finish();
  }

  #beginSegment(alive: AliveTasks): void {
    if (this.#bytesInSegment < SEGMENT_BYTES + alive.size * EVENT_BYTES_PER_LIVE_TASK) return;
    if (this.#write(FrameKind.Checkpoint, encodeCheckpoint(alive.all()))) this.#bytesInSegment = 0;
  }

  #writeTables(): void {
    const added = rowsBehind(this.#known);
    if (added !== undefined && this.#write(FrameKind.Tables, encodeTables(added.rows))) this.#known = added.counts;
  }

  #writeEvents(frame: EventFrame): boolean {
    return this.#hand(frame.sealed(this.#stream, this.#sequence++));
  }

  #write(kind: FrameKind, payload: Uint8Array): boolean {
    const [stream, sequence] = [this.#stream, this.#sequence++];
    return this.#hand(encodeFrame({ kind, encoding: Encoding.Raw, stream, sequence, bytes: payload.length, payload }));
  }

  #hand(frame: Uint8Array): boolean {
    const written = this.#sink.write(frame);
    this.#isClosed = written === 'closed';
    // What was lost may have been an end: whoever reads on has to know which tasks are left.
    if (written !== 'written') this.#bytesInSegment = Infinity;
    return written === 'written';
  }
}

/** A frame that says that `count` events are missing. */
function lossOf(count: number, base: number): EventFrame {
  const frame = new EventFrame(EVENT_INTS);
  frame.ints.set([EventType.Dropped << 27, count]);
  frame.length = EVENT_INTS;
  frame.base = base;
  return frame;
}
