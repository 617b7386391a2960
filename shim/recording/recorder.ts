/** Makes frames of what one thread records, and hands them to a sink. */

import { encodeCheckpoint } from '../../shared/trace/checkpoint.ts';
import { encodeEvents } from '../../shared/trace/event-chunk.ts';
import { EVENT_INTS, EventType } from '../../shared/trace/events.ts';
import { Encoding, FrameKind, type StreamInfo } from '../../shared/trace/format.ts';
import { encodeFrame } from '../../shared/trace/frame.ts';
import type { TableRows } from '../../shared/trace/tables.ts';
import { encodeTables } from '../../shared/trace/tables.ts';
import { encodeJson } from '../../shared/trace/text.ts';
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

  /** Writes events, and before them what they speak of. `base` is in ticks since the stream began. */
  take(events: Int32Array, base: number): void {
    this.#writeTables();
    if (this.#bytesInSegment >= SEGMENT_BYTES + this.#alive.size * EVENT_BYTES_PER_LIVE_TASK) {
      this.#write(FrameKind.Checkpoint, encodeCheckpoint(this.#alive.all()));
      this.#bytesInSegment = 0;
    }
    this.#alive.take(events, base);
    this.#bytesInSegment += events.byteLength;
    const count = events.length / EVENT_INTS;
    const lossNoted = this.#newlyDropped;
    if (
      this.#write(
        FrameKind.Events,
        encodeEvents({ base, events: lossNoted === 0 ? events : withLoss(lossNoted, events) }),
      )
    ) {
      this.#written += count;
      this.#newlyDropped -= lossNoted;
    } else {
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

  #write(kind: FrameKind, payload: Uint8Array): boolean {
    const [stream, sequence] = [this.#stream, this.#sequence++];
    return this.#sink.write(
      encodeFrame({ kind, encoding: Encoding.Raw, stream, sequence, bytes: payload.length, payload }),
    );
  }
}

function withLoss(count: number, events: Int32Array): Int32Array {
  const all = new Int32Array(EVENT_INTS + events.length);
  all.set([EventType.Dropped << 27, count, 0, 0]);
  all.set(events, EVENT_INTS);
  return all;
}
