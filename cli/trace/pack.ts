/** Makes a recording small when it is complete: programs write it in the way that costs them least. */

import { readFile, rename, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { encodeColumns } from '../../shared/trace/columns.ts';
import { decodeEvents } from '../../shared/trace/event-chunk.ts';
import { Encoding, FrameKind } from '../../shared/trace/format.ts';
import { encodeFileHeader, encodeFrame, type Frame } from '../../shared/trace/frame.ts';
import { FrameReader } from '../../shared/trace/frame-reader.ts';

/**
 * Packs a recording that nobody writes to any more. One that is damaged stays as it is: what can be made of it may
 * still depend on what is wrong with it.
 * @throws NotARecording, and what reading and writing throw
 */
export async function packRecording(file: string): Promise<void> {
  const reader = new FrameReader();
  const frames = reader.push(await readFile(file));
  frames.push(...reader.end());
  if (reader.damages.length > 0) return;
  const part = `${file}.part`;
  await writeFile(part, Buffer.concat([encodeFileHeader(), ...frames.map(frame => encodeFrame(packed(frame)))]));
  await rename(part, file);
}

function packed(frame: Frame): Frame {
  if (frame.encoding !== Encoding.Raw) return frame;
  const inColumns = frame.kind === FrameKind.Events;
  const decoded = inColumns ? encodeColumns(decodeEvents(frame.payload)) : frame.payload;
  return {
    ...frame,
    kind: inColumns ? FrameKind.Columns : frame.kind,
    encoding: Encoding.Deflate,
    bytes: decoded.length,
    payload: deflateRawSync(decoded),
  };
}
