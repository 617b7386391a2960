/** From the bytes of a recording to its streams. */

import { decodeCheckpoint, type LiveTask } from './checkpoint.ts';
import { decodeEvents, type EventChunk } from './event-chunk.ts';
import { decodeColumns } from './columns.ts';
import { Encoding, FrameKind, type StreamEnd, type StreamInfo } from './format.ts';
import type { Frame } from './frame.ts';
import { FrameReader } from './frame-reader.ts';
import type { Reason } from './reason.ts';
import type { Site } from './site.ts';
import type { Stack } from './stack.ts';
import { decodeTables, type SkippedFile, type TableRows } from './tables.ts';
import { decodeJson } from './text.ts';

/** Events that follow one another without a gap, and the tasks that were alive when they began. */
export interface Segment {
  /** `undefined` where they are not known: events follow that are missing. */
  readonly alive: readonly LiveTask[] | undefined;
  /** Whether the segment follows the one before directly. `false` for the first, and where frames are lost. */
  readonly continues: boolean;
  readonly chunks: readonly EventChunk[];
}

/** Follows a stream while it is read. */
export interface SegmentSink {
  /** A segment begins. */
  begin(segment: Pick<Segment, 'alive' | 'continues'>): void;
  /** The segment goes on. */
  take(chunk: EventChunk): void;
}

/** What one thread of one process has recorded. */
export interface Stream {
  readonly info: StreamInfo;
  /** By index, from 1 on. */
  readonly sites: ReadonlyMap<number, Site>;
  /** Types of resources, by index. */
  readonly names: ReadonlyMap<number, string>;
  readonly skipped: readonly SkippedFile[];
  /** Where code blocked the event loop, by index, from 1 on. */
  readonly stacks: ReadonlyMap<number, Stack>;
  /** Why promises were rejected, by index, from 1 on. */
  readonly reasons: ReadonlyMap<number, Reason>;
  /** None where somebody else follows the stream. */
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
  readonly stacks: Map<number, Stack>;
  readonly reasons: Map<number, Reason>;
  readonly segments: Segment[];
  end: StreamEnd | undefined;
  nextSequence: number;
  /** Whether what follows belongs to a segment that has begun, since nothing is missing in between. */
  unbroken: boolean;
  sink: SegmentSink;
}

/** Reads a recording as a whole or while it is made. */
export class RecordingReader {
  readonly #frames = new FrameReader();
  readonly #streams = new Map<number, GrowingStream>();
  readonly #damages: string[] = [];
  readonly #decompress: Decompress;
  readonly #follow: ((stream: Stream) => SegmentSink) | undefined;

  /** @param follow is asked for each stream when it begins; without it, streams keep their segments */
  constructor(decompress: Decompress, follow?: (stream: Stream) => SegmentSink) {
    this.#decompress = decompress;
    this.#follow = follow;
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
    let part: Part;
    try {
      part = decoded(frame, this.#decompress);
    } catch (error) {
      return this.#unreadable(frame, (error as Error).message);
    }
    if (part.kind === FrameKind.Stream) this.#begin(part.info, frame);
    const stream = this.#streams.get(frame.stream);
    if (stream === undefined) return this.#unreadable(frame, 'the beginning of its stream is lost.');
    this.#lookForGap(stream, frame);
    takePart(stream, part);
  }

  #begin(info: StreamInfo, { stream: number, sequence }: Frame): void {
    const stream = newStream(info, sequence);
    this.#streams.set(number, stream);
    if (this.#follow !== undefined) stream.sink = this.#follow(stream);
  }

  /** Notes the frames that are missing before this one. */
  #lookForGap(stream: GrowingStream, { sequence, stream: number }: Frame): void {
    const missing = sequence - stream.nextSequence;
    if (missing > 0) this.#note(`${missing} frames of stream ${number} are missing before its frame ${sequence}.`);
    if (missing !== 0) stream.unbroken = false;
    stream.nextSequence = sequence + 1;
  }

  #unreadable({ sequence, stream }: Frame, reason: string): void {
    this.#note(`Frame ${sequence} of stream ${stream} cannot be read: ${reason}`);
  }

  #note(message: string): void {
    this.#damages.push(message);
  }
}

const newStream = (info: StreamInfo, sequence: number): GrowingStream => {
  const segments: Segment[] = [];
  return {
    info,
    sites: new Map(),
    names: new Map(),
    skipped: [],
    stacks: new Map(),
    reasons: new Map(),
    segments,
    end: undefined,
    nextSequence: sequence,
    unbroken: false,
    sink: new KeptSegments(segments),
  };
};

/** Keeps the segments of a stream. */
class KeptSegments implements SegmentSink {
  readonly #segments: Segment[];
  #chunks: EventChunk[] = [];

  constructor(segments: Segment[]) {
    this.#segments = segments;
  }

  begin({ alive, continues }: Pick<Segment, 'alive' | 'continues'>): void {
    this.#chunks = [];
    this.#segments.push({ alive, continues, chunks: this.#chunks });
  }

  take(chunk: EventChunk): void {
    this.#chunks.push(chunk);
  }
}

/** What a frame holds. */
type Part =
  | { readonly kind: FrameKind.Stream; readonly info: StreamInfo }
  | { readonly kind: FrameKind.Tables; readonly rows: TableRows }
  | { readonly kind: FrameKind.Checkpoint; readonly alive: readonly LiveTask[] }
  | { readonly kind: FrameKind.Events; readonly chunk: EventChunk }
  | { readonly kind: FrameKind.End; readonly end: StreamEnd }
  /** Of a kind that was not known yet. */
  | { readonly kind: undefined };

/** @throws when the bytes are not those of such a frame */
function decoded({ kind, encoding, payload: stored, bytes }: Frame, decompress: Decompress): Part {
  const payload = encoding === Encoding.Raw ? stored : decompress(encoding, stored, bytes);
  switch (kind) {
    case FrameKind.Stream:
      return { kind, info: decodeJson(payload) as StreamInfo };
    case FrameKind.Tables:
      return { kind, rows: decodeTables(payload) };
    case FrameKind.Checkpoint:
      return { kind, alive: decodeCheckpoint(payload) };
    case FrameKind.Events:
      return { kind, chunk: decodeEvents(payload) };
    case FrameKind.Columns:
      return { kind: FrameKind.Events, chunk: decodeColumns(payload) };
    case FrameKind.End:
      return { kind, end: decodeJson(payload) as StreamEnd };
    default:
      return { kind: undefined };
  }
}

function takePart(stream: GrowingStream, part: Part): void {
  switch (part.kind) {
    case FrameKind.Tables:
      return takeTables(stream, part.rows);
    case FrameKind.Checkpoint:
      stream.sink.begin({ alive: part.alive, continues: stream.unbroken });
      stream.unbroken = true;
      return;
    case FrameKind.Events:
      // After a gap, nobody knows what was alive when a segment begins.
      if (!stream.unbroken) stream.sink.begin({ alive: undefined, continues: false });
      stream.unbroken = true;
      return stream.sink.take(part.chunk);
    case FrameKind.End:
      stream.end = part.end;
  }
}

function takeTables(stream: GrowingStream, { sites, names, skipped, stacks, reasons }: TableRows): void {
  for (const [index, site] of sites) stream.sites.set(index, site);
  for (const [index, name] of names) stream.names.set(index, name);
  for (const [index, stack] of stacks) stream.stacks.set(index, stack);
  for (const [index, reason] of reasons) stream.reasons.set(index, reason);
  stream.skipped.push(...skipped);
}
