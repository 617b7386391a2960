/**
 * Many requests to the compiler in one write.
 *
 * The official client sends a request and waits for its reply, some 50 µs each. Questions come by the
 * thousand, so here their frames are written together and the replies read after, some 20 µs each
 * (bench/README.md). The frame format is the client's own: a MessagePack array of type, method, payload.
 */

import type { API } from 'typescript/unstable/sync';

/** The parts of the client's channel that are used here; `assertChannelShape` checks for them. */
export interface Channel {
  readonly child: { readonly pid: number };
  readonly _msgType: number;
  readonly _msgName: Buffer;
  readonly _msgPayload: Buffer;
  writeAllBuf(data: Buffer, length: number): void;
  readTuple(): void;
  handleCall(name: string, payload: Buffer): void;
  close(): void;
}

const REQUEST = 1;
const RESPONSE = 4;
const ERROR = 5;
const CALL = 6;

/** MessagePack: an array of three, of which the first is the type. */
const REQUEST_FRAME = Buffer.from([0x93, REQUEST]);

/** The channel below the official client. @throws Error when the client no longer has this shape. */
export function channelOf(api: API): Channel {
  const channel = (api as unknown as { client?: { channel?: Channel } }).client?.channel;
  const known =
    channel &&
    typeof channel.child?.pid === 'number' &&
    typeof channel.writeAllBuf === 'function' &&
    typeof channel.readTuple === 'function' &&
    typeof channel.handleCall === 'function' &&
    typeof channel.close === 'function' &&
    '_msgType' in channel &&
    '_msgPayload' in channel;
  if (!known) throw new Error('The TypeScript client changed its shape: server/engine/channel.ts has to follow.');
  return channel;
}

/** One reply: its JSON, nothing, or the compiler's refusal (a panic inside it also comes as one). */
export type Reply = { readonly value: unknown } | { readonly error: string };

/** A request as it is written. */
export type Frame = Buffer;

/** @param body JSON */
export function frameOf(method: string, body: string): Frame {
  const length = Buffer.byteLength(body);
  const head = headOf(method);
  const header = headerOf(length);
  const frame = Buffer.allocUnsafe(head.length + header.length + length);
  head.copy(frame);
  header.copy(frame, head.length);
  frame.write(body, head.length + header.length);
  return frame;
}

/** Writes all at once. Each has to be received. */
export function send(channel: Channel, frames: readonly Frame[]): void {
  const data = frames.length === 1 ? frames[0]! : Buffer.concat(frames);
  channel.writeAllBuf(data, data.length);
}

/**
 * Waits for the reply to the request sent longest ago.
 * @param beforeCall called when the compiler first wants something of us; may throw to leave it without an answer
 */
export function receive(channel: Channel, beforeCall: () => void): Reply {
  for (;;) {
    channel.readTuple();
    const payload = channel._msgPayload;
    switch (channel._msgType) {
      case RESPONSE:
        return { value: payload.length ? (JSON.parse(payload.toString('utf8')) as unknown) : undefined };
      case ERROR:
        return { error: payload.toString('utf8') };
      case CALL:
        beforeCall();
        channel.handleCall(channel._msgName.toString('utf8'), payload);
        break;
      default:
        throw new Error(`Unexpected message ${channel._msgType} from the compiler`);
    }
  }
}

/** What a request begins with, by its method. */
const HEADS = new Map<string, Buffer>();

function headOf(method: string): Buffer {
  let head = HEADS.get(method);
  if (!head) HEADS.set(method, (head = Buffer.concat([REQUEST_FRAME, headerOf(method.length), Buffer.from(method)])));
  return head;
}

/** What stands before the bytes of a MessagePack `bin`: a marker, and their number in 1, 2 or 4 bytes. */
function headerOf(length: number): Buffer {
  if (length < 0x100) return Buffer.from([0xc4, length]);
  const header = Buffer.alloc(length < 0x10000 ? 3 : 5);
  header[0] = length < 0x10000 ? 0xc5 : 0xc6;
  if (length < 0x10000) header.writeUInt16BE(length, 1);
  else header.writeUInt32BE(length, 1);
  return header;
}
