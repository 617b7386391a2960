/** Frames to bytes and back. Pure: where bytes come from and how they are compressed is the caller's matter. */

import {
  Encoding,
  FILE_HEADER_BYTES,
  FORMAT_VERSION,
  FRAME_MAGIC,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  MAX_FRAME_BYTES,
  type FrameKind,
} from './format.ts';
import { checksum } from './hash.ts';

/** What the header of a frame says of it. */
export interface FrameHead {
  readonly kind: FrameKind;
  readonly encoding: Encoding;
  readonly stream: number;
  readonly sequence: number;
  /** Size of the payload when it is decoded. */
  readonly bytes: number;
}

export interface Frame extends FrameHead {
  /** As it is stored. */
  readonly payload: Uint8Array;
}

/** What a file or a connection begins with. */
export function encodeFileHeader(): Uint8Array {
  const header = new Uint8Array(FILE_HEADER_BYTES);
  for (let at = 0; at < MAGIC.length; at++) header[at] = MAGIC.charCodeAt(at);
  new DataView(header.buffer).setUint32(MAGIC.length, FORMAT_VERSION, true);
  return header;
}

/** The version of the format, or `undefined` where `bytes` do not begin with a file header. */
export function decodeFileHeader(bytes: Uint8Array): number | undefined {
  if (bytes.length < FILE_HEADER_BYTES) return undefined;
  for (let at = 0; at < MAGIC.length; at++) if (bytes[at] !== MAGIC.charCodeAt(at)) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
}

/** A frame with its header. */
export function encodeFrame(frame: Frame): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + frame.payload.length);
  bytes.set(frame.payload, HEADER_BYTES);
  sealFrame(bytes, frame);
  return bytes;
}

/** Writes the header of a frame whose payload is in place already, behind `HEADER_BYTES` bytes. */
export function sealFrame(frame: Uint8Array, { kind, encoding, stream, sequence, bytes }: FrameHead): void {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  view.setUint32(HEADER.magic, FRAME_MAGIC, true);
  view.setUint8(HEADER.kind, kind);
  view.setUint8(HEADER.encoding, encoding);
  view.setUint32(HEADER.stream, stream, true);
  view.setUint32(HEADER.sequence, sequence, true);
  view.setUint32(HEADER.storedBytes, frame.length - HEADER_BYTES, true);
  view.setUint32(HEADER.bytes, bytes, true);
  view.setUint32(HEADER.checksum, checksum(frame.subarray(HEADER.kind)), true);
}

/** What stands at the beginning of some bytes: a frame and its length, the beginning of one, or something else. */
export type FrameAt =
  | { readonly kind: 'frame'; readonly frame: Frame; readonly length: number }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'damaged' };

/** Reads the frame that some bytes begin with. Never throws. */
export function decodeFrame(bytes: Uint8Array): FrameAt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEADER_BYTES) return beginsLikeFrame(bytes) ? { kind: 'incomplete' } : { kind: 'damaged' };
  const storedBytes = view.getUint32(HEADER.storedBytes, true);
  if (view.getUint32(HEADER.magic, true) !== FRAME_MAGIC || storedBytes > MAX_FRAME_BYTES) return { kind: 'damaged' };
  const length = HEADER_BYTES + storedBytes;
  if (bytes.length < length) return { kind: 'incomplete' };
  const expected = view.getUint32(HEADER.checksum, true);
  if (checksum(bytes.subarray(HEADER.kind, length)) !== expected) return { kind: 'damaged' };
  const frame: Frame = {
    kind: view.getUint8(HEADER.kind),
    encoding: view.getUint8(HEADER.encoding),
    stream: view.getUint32(HEADER.stream, true),
    sequence: view.getUint32(HEADER.sequence, true),
    bytes: view.getUint32(HEADER.bytes, true),
    payload: bytes.subarray(HEADER_BYTES, length),
  };
  return { kind: 'frame', frame, length };
}

/**
 * Where the next frame may begin, from `from` on; `bytes.length` less what could be the beginning of its magic number.
 */
export function nextFrame(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) if (beginsLikeFrame(bytes.subarray(at, at + 4))) return at;
  return bytes.length;
}

function beginsLikeFrame(bytes: Uint8Array): boolean {
  for (let at = 0; at < 4 && at < bytes.length; at++)
    if (bytes[at] !== ((FRAME_MAGIC >>> (8 * at)) & 0xff)) return false;
  return true;
}
