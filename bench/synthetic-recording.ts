/** Recordings of any size, as a busy server would make them. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { encodeCheckpoint } from '../shared/trace/checkpoint.ts';
import { encodeColumns } from '../shared/trace/columns.ts';
import { EventType } from '../shared/trace/events.ts';
import { Encoding, FrameKind, type StreamInfo } from '../shared/trace/format.ts';
import { encodeFileHeader, encodeFrame } from '../shared/trace/frame.ts';
import type { Site } from '../shared/trace/site.ts';
import { encodeTables } from '../shared/trace/tables.ts';
import { encodeJson } from '../shared/trace/text.ts';

const INFO: StreamInfo = {
  pid: 1,
  thread: 0,
  node: 'v24.0.0',
  platform: 'linux',
  argv: ['node', 'server.ts'],
  cwd: '/server',
  startedAt: 1_700_000_000_000,
};

const site = (index: number, kind: Site['kind'], name: string, owner: number): [number, Site] => [
  index,
  { id: `${index}`.padStart(16, '0'), kind, file: '/server/server.ts', line: index, character: 2, name, owner },
];

/** `handle` awaits `query`, which awaits a file, each awaits a value besides. */
const SITES = [
  site(1, 'function', 'handle', 0),
  site(2, 'function', 'query', 0),
  site(3, 'await', 'query()', 1),
  site(4, 'await', 'read()', 2),
  site(5, 'await', 'cached', 2),
  site(6, 'await', 'rows', 1),
];
const NAMES = [[1, 'TCPWRAP'], [2, 'FSREQCALLBACK']] as const;

/** Requests that are under way at once: the first that came is answered first. */
const CONCURRENT = 64;
const EVENTS_IN_FRAME = 4096;

/** Writes a packed recording of about `count` events to a file; how many tasks are in it. */
export function writeSyntheticRecording(file: string, count: number): number {
  const fd = openSync(file, 'w');
  let sequence = 0;
  const write = (kind: FrameKind, payload: Uint8Array) => {
    const header = { kind, encoding: Encoding.Deflate, stream: 1, sequence: sequence++, bytes: payload.length };
    writeSync(fd, encodeFrame({ ...header, payload: deflateRawSync(payload) }));
  };
  writeSync(fd, encodeFileHeader());
  write(FrameKind.Stream, encodeJson(INFO));
  write(FrameKind.Tables, encodeTables({ sites: SITES, names: NAMES, skipped: [], stacks: [], reasons: [] }));
  write(FrameKind.Checkpoint, encodeCheckpoint([]));
  const server = new SyntheticServer();
  for (let written = 0; written < count; written += EVENTS_IN_FRAME) {
    write(FrameKind.Columns, encodeColumns(server.nextChunk(EVENTS_IN_FRAME)));
  }
  write(FrameKind.End, encodeJson({ exitCode: 0, written: count, dropped: 0 }));
  closeSync(fd);
  return server.tasks;
}

interface Request {
  readonly handler: number;
  readonly query: number;
  readonly read: number;
  readonly file: number;
}

class SyntheticServer {
  tasks = 0;
  #ids = 0;
  #resources = 0;
  #clock = 0;
  #base = 0;
  readonly #open: Request[] = [];
  #ints: number[] = [];

  nextChunk(events: number): { base: number; events: Int32Array } {
    this.#base = this.#clock;
    while (this.#ints.length < events * 4) {
      if (this.#open.length < CONCURRENT) this.#begin();
      else this.#finish(this.#open.shift()!);
    }
    const chunk = { base: this.#base, events: Int32Array.from(this.#ints) };
    this.#ints = [];
    return chunk;
  }

  #emit(type: EventType, subject: number, a: number, b: number, c: number): void {
    this.#ints.push((type << 27) | subject, a, b, c);
  }

  /** A few microseconds later. */
  #later(): number {
    this.#clock += 20 + (this.#clock % 77);
    return this.#clock - this.#base;
  }

  #begin(): void {
    const socket = ++this.#resources;
    const [handler, query, read] = [++this.#ids, ++this.#ids, ++this.#ids];
    const file = ++this.#resources;
    this.tasks += 2;
    this.#emit(EventType.Resource, 1, socket, 0, 0);
    this.#emit(EventType.MacrotaskStart, 0, socket, 0, this.#later());
    this.#emit(EventType.TaskStart, 1, handler, -socket, this.#later());
    this.#emit(EventType.TaskStart, 2, query, handler, this.#later());
    this.#emit(EventType.Promise, 0, read, query, 0);
    this.#emit(EventType.Resource, 2, file, query, 0);
    this.#ids++;
    this.#emit(EventType.Await, 4, query, read, this.#later());
    this.#ids++;
    this.#emit(EventType.Await, 3, handler, query, this.#later());
    this.#emit(EventType.MacrotaskEnd, 0, socket, 0, this.#later());
    this.#open.push({ handler, query, read, file });
  }

  #finish({ handler, query, read, file }: Request): void {
    this.#emit(EventType.MacrotaskStart, 0, file, 0, this.#later());
    this.#emit(EventType.Settle, 0, read, -file, 0);
    this.#emit(EventType.MacrotaskEnd, 0, file, 0, this.#later());
    this.#ids += 2;
    this.#emit(EventType.Await, 5, query, 0, this.#later());
    const derived = ++this.#ids;
    this.#emit(EventType.Then, 0, derived, read, query);
    this.#emit(EventType.Reaction, 0, derived, 0, 0);
    this.#emit(EventType.Settle, 0, query, query, this.#later());
    this.#ids += 2;
    this.#emit(EventType.Await, 6, handler, 0, this.#later());
    this.#emit(EventType.Settle, 0, handler, handler, this.#later());
  }
}
