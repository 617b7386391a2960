/**
 * The layout of a recording, file and live stream alike. docs/recording.md tells the same to people.
 *
 *     recording = file header, frame*
 *     file header = 8 bytes "ASYNCLNS", version: u32
 *     frame = frame header, payload
 *
 * All numbers are little endian. A recording holds several *streams*, one for each thread of each process that takes
 * part; their frames are mixed, each stream's own frames are in order. A *segment* of a stream begins with a checkpoint
 * of its live tasks, so that what follows can be understood without what came before.
 */

import type { Tier } from './settings.ts';

export const MAGIC = 'ASYNCLNS';

/** Grows by one when an older reader would misread what a newer one wrote. */
export const FORMAT_VERSION = 2;

export const FILE_HEADER_BYTES = 12;

/** What a frame holds. */
export enum FrameKind {
  /** Who writes this stream, as JSON: `StreamInfo`. The first frame of each stream. */
  Stream = 1,
  /** Sites and names that later events speak of, as JSON: `TableRows`. */
  Tables,
  /** The tasks that are alive: see `checkpoint.ts`. A segment begins here. */
  Checkpoint,
  /** The clock's base as float64, in ticks since the stream began, then events: see `events.ts`. */
  Events,
  /** The stream has ended as it should, as JSON: `StreamEnd`. */
  End,
  /** Events in columns, which compress to a tenth: see `columns.ts`. */
  Columns,
}

/** How the payload of a frame is stored. */
export enum Encoding {
  /** As the program writes it, since it has better things to do. */
  Raw,
  /** DEFLATE without a header, RFC 1951: done when the program has ended. */
  Deflate,
}

/**
 * Offsets in a frame's header. The checksum counts for all bytes of the frame behind it:
 * the rest of the header, and the payload as it is stored.
 */
export const HEADER = {
  magic: 0,
  checksum: 4,
  kind: 8,
  encoding: 9,
  /** Two bytes of zero. */
  reserved: 10,
  stream: 12,
  /** Counts the frames of a stream from 0 on: a gap tells that some are lost. */
  sequence: 16,
  storedBytes: 20,
  /** Of the payload when it is decoded. */
  bytes: 24,
} as const;
export const HEADER_BYTES = 28;

/** "ALFR": by it a reader finds the next frame behind a damaged one. */
export const FRAME_MAGIC = 0x52464c41;

/** A frame that claims to be longer is damage: the shim writes 64 KiB at a time. */
export const MAX_FRAME_BYTES = 1 << 28;

/** Who writes a stream. */
export interface StreamInfo {
  readonly pid: number;
  /** 0 for the main thread. */
  readonly thread: number;
  readonly node: string;
  readonly platform: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  /** When the stream's clock stood at 0, in milliseconds since 1970. */
  readonly startedAt: number;
  /** How tasks were recognised; `sites` when it is missing. */
  readonly tier?: Tier;
}

/** What ended a thread, since nobody handled it. */
export interface Fatal {
  /** The promise that was rejected; 0 for an exception, and where it is not known. */
  readonly rejection: number;
  /** Index of the reason; 0 where it is not told. */
  readonly reason: number;
}

export interface StreamEnd {
  /** The exit code, where the stream is that of a main thread. */
  readonly exitCode: number | undefined;
  /** Missing where the thread came to its end in another way. */
  readonly fatal?: Fatal;
  /** Events written and events lost in the whole stream. */
  readonly written: number;
  readonly dropped: number;
}
