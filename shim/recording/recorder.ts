/** Makes frames of what one thread records, and hands them to a sink. */

import { encodeCheckpoint } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType } from '../../shared/trace/events.ts';
import { Encoding, FrameKind, type StreamInfo } from '../../shared/trace/format.ts';
import { encodeFrame } from '../../shared/trace/frame.ts';
import type { TableRows } from '../../shared/trace/tables.ts';
import { encodeTables } from '../../shared/trace/tables.ts';
import { encodeJson } from '../../shared/trace/text.ts';
import { EventFrame } from './event-frame.ts';
import { LiveTasks } from './live-tasks.ts';
import type { Sink } from './sink.ts';

/** Bytes of events between two checkpoints; more where many tasks are alive, so that checkpoints stay a small part. */
const SEGMENT_BYTES = 1 << 20;
const EVENT_BYTES_PER_LIVE_TASK = 512;

export class Recorder {
  readonly #sink: Sink;
  readonly #stream: number;
  readonly #takeRows: () => TableRows | undefined;
  readonly #alive = new LiveTasks();
  #ended = false;
  #sequence = 0;
  #bytesInSegment = Infinity;
  #written = 0;
  #dropped = 0;
  /** Of these nothing is written yet. */
  #newlyDropped = 0;

  /** `takeRows` gives the rows of tables that are new since its last call. */
  constructor(sink: Sink, info: StreamInfo, takeRows: () => TableRows | undefined) {
    this.#sink = sink;
    this.#stream = (Math.random() * 2 ** 32) >>> 0;
    this.#takeRows = takeRows;
    this.#write(FrameKind.Stream, encodeJson(info));
  }

  /** Writes events, and before them what they speak of, and that others are missing. */
  take(frame: EventFrame): void {
    const { events, base } = frame;
    this.#writeTables();
    if (this.#bytesInSegment >= SEGMENT_BYTES + this.#alive.size * EVENT_BYTES_PER_LIVE_TASK) {
      this.#write(FrameKind.Checkpoint, encodeCheckpoint(this.#alive.all()));
      this.#bytesInSegment = 0;
    }
    this.#alive.take(events, base);
    this.#bytesInSegment += events.byteLength;
    const count = events.length / EVENT_INTS;
    if (this.#newlyDropped > 0 && this.#writeEvents(lossOf(this.#newlyDropped, base))) this.#newlyDropped = 0;
    if (this.#writeEvents(frame)) this.#written += count;
    else {
      this.#dropped += count;
      this.#newlyDropped += count;
    }
  }

  /** The second time counts for nothing. */
  end(exitCode: number | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#writeTables();
    this.#write(FrameKind.End, encodeJson({ exitCode, written: this.#written, dropped: this.#dropped }));
  }

  #writeTables(): void {
    const rows = this.#takeRows();
    if (rows !== undefined) this.#write(FrameKind.Tables, encodeTables(rows));
  }

  #writeEvents(frame: EventFrame): boolean {
    return this.#sink.write(frame.sealed(this.#stream, this.#sequence++));
  }

  #write(kind: FrameKind, payload: Uint8Array): boolean {
    const [stream, sequence] = [this.#stream, this.#sequence++];
    return this.#sink.write(
      encodeFrame({ kind, encoding: Encoding.Raw, stream, sequence, bytes: payload.length, payload }),
    );
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
