/** From the bytes of a recording to its streams. */

import { decodeCheckpoint, type LiveTask } from './checkpoint.ts';
import { decodeEvents, type EventChunk } from './event-chunk.ts';
import { decodeColumns } from './columns.ts';
import { Encoding, FrameKind, type StreamEnd, type StreamInfo } from './format.ts';
import type { Frame } from './frame.ts';
import { FrameReader } from './frame-reader.ts';
import type { Site } from './site.ts';
import { decodeTables, type SkippedFile } from './tables.ts';
import { decodeJson } from './text.ts';

/** Events that follow one another without a gap, and the tasks that were alive when they began. */
export interface Segment {
  /** `undefined` where they are not known: events follow that are missing. */
  readonly alive: readonly LiveTask[] | undefined;
  /** Whether the segment follows the one before directly. `false` for the first, and where frames are lost. */
  readonly continues: boolean;
  readonly chunks: readonly EventChunk[];
}

/** What one thread of one process has recorded. */
export interface Stream {
  readonly info: StreamInfo;
  /** By index, from 1 on. */
  readonly sites: ReadonlyMap<number, Site>;
  /** Types of resources, by index. */
  readonly names: ReadonlyMap<number, string>;
  readonly skipped: readonly SkippedFile[];
  readonly segments: readonly Segment[];
  /** `undefined` while it is being written, and when the process was killed. */
  readonly end: StreamEnd | undefined;
}

/**
 * Gives back `bytes` bytes from what was compressed.
 * @throws when `stored` is not what `encoding` says
 */
export type Decompress = (encoding: Exclude<Encoding, Encoding.Raw>, stored: Uint8Array, bytes: number) => Uint8Array;

/** A stream that grows while it is read. */
interface GrowingStream {
  info: StreamInfo;
  readonly sites: Map<number, Site>;
  readonly names: Map<number, string>;
  readonly skipped: SkippedFile[];
  readonly segments: { alive: readonly LiveTask[] | undefined; continues: boolean; chunks: EventChunk[] }[];
  end: StreamEnd | undefined;
  nextSequence: number;
}

/** Reads a recording as a whole or while it is made. */
export class RecordingReader {
  readonly #frames = new FrameReader();
  readonly #streams = new Map<number, GrowingStream>();
  readonly #damages: string[] = [];
  readonly #decompress: Decompress;

  constructor(decompress: Decompress) {
    this.#decompress = decompress;
  }

  /** One for each thread of each process, in the order in which they began; they grow with each `push`. */
  get streams(): readonly Stream[] {
    return [...this.#streams.values()];
  }

  /** What was found to be wrong so far, for people to read. */
  get damages(): readonly string[] {
    return [...this.#frames.damages, ...this.#damages];
  }

  /** @throws NotARecording */
  push(bytes: Uint8Array): void {
    for (const frame of this.#frames.push(bytes)) this.#take(frame);
  }

  /**
   * There are no more bytes.
   * @throws NotARecording
   */
  end(): void {
    for (const frame of this.#frames.end()) this.#take(frame);
  }

  #take(frame: Frame): void {
    try {
      this.#takePayload(frame, this.#payloadOf(frame));
    } catch (error) {
      this.#note(`Frame ${frame.sequence} of stream ${frame.stream} cannot be read: ${(error as Error).message}`);
    }
  }

  #payloadOf({ encoding, payload, bytes }: Frame): Uint8Array {
    return encoding === Encoding.Raw ? payload : this.#decompress(encoding, payload, bytes);
  }

  #takePayload(frame: Frame, payload: Uint8Array): void {
    if (frame.kind === FrameKind.Stream) {
      this.#streams.set(frame.stream, newStream(decodeJson(payload) as StreamInfo, frame.sequence));
    }
    const stream = this.#streams.get(frame.stream);
    if (stream === undefined) throw new Error('the beginning of its stream is lost.');
    const continues = this.#inSequence(stream, frame);
    switch (frame.kind) {
      case FrameKind.Tables:
        takeTables(stream, payload);
        break;
      case FrameKind.Checkpoint:
        stream.segments.push({
          alive: decodeCheckpoint(payload),
          continues: continues && stream.segments.length > 0,
          chunks: [],
        });
        break;
      case FrameKind.Events:
        takeEvents(stream, decodeEvents(payload), continues);
        break;
      case FrameKind.Columns:
        takeEvents(stream, decodeColumns(payload), continues);
        break;
      case FrameKind.End:
        stream.end = decodeJson(payload) as StreamEnd;
        break;
    }
  }

  /** Whether no frame is missing before this one. */
  #inSequence(stream: GrowingStream, { sequence, stream: number }: Frame): boolean {
    const missing = sequence - stream.nextSequence;
    if (missing > 0) this.#note(`${missing} frames of stream ${number} are missing before its frame ${sequence}.`);
    stream.nextSequence = sequence + 1;
    return missing === 0;
  }

  #note(message: string): void {
    this.#damages.push(message);
  }
}

const newStream = (info: StreamInfo, sequence: number): GrowingStream => ({
  info,
  sites: new Map(),
  names: new Map(),
  skipped: [],
  segments: [],
  end: undefined,
  nextSequence: sequence,
});

/** After a gap, events begin a segment of which nobody knows what was alive. */
function takeEvents({ segments }: GrowingStream, chunk: EventChunk, continues: boolean): void {
  if (!continues || segments.length === 0) segments.push({ alive: undefined, continues: false, chunks: [] });
  segments.at(-1)!.chunks.push(chunk);
}

function takeTables(stream: GrowingStream, payload: Uint8Array): void {
  const { sites, names, skipped } = decodeTables(payload);
  for (const [index, site] of sites) stream.sites.set(index, site);
  for (const [index, name] of names) stream.names.set(index, name);
  stream.skipped.push(...skipped);
}
