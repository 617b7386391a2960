/** Recordings survive the way to the disk and back, also when a part of them is lost. */

import assert from 'node:assert/strict';
import { encodeCheckpoint, type LiveTask } from '../../shared/trace/checkpoint.ts';
import { encodeEvents } from '../../shared/trace/event-chunk.ts';
import { EventType } from '../../shared/trace/events.ts';
import { encodeFileHeader, encodeFrame } from '../../shared/trace/frame.ts';
import { NotARecording } from '../../shared/trace/frame-reader.ts';
import { Encoding, FORMAT_VERSION, FrameKind, HEADER_BYTES, type StreamInfo } from '../../shared/trace/format.ts';
import { RecordingReader } from '../../shared/trace/recording.ts';
import type { Site } from '../../shared/trace/site.ts';
import type { Reason } from '../../shared/trace/reason.ts';
import type { StackFrame } from '../../shared/trace/stack.ts';
import { encodeTables } from '../../shared/trace/tables.ts';
import { encodeJson } from '../../shared/trace/text.ts';

const INFO: StreamInfo = {
  pid: 42,
  thread: 0,
  node: 'v22.0.0',
  platform: 'linux',
  argv: ['node', 'app.ts'],
  cwd: '/app',
  startedAt: 1_700_000_000_000,
};

const SITE: Site = {
  id: '0123456789abcdef',
  kind: 'await',
  file: '/app/größe.ts',
  line: 3,
  character: 2,
  name: 'f()',
  owner: 1,
};

const ALIVE: LiveTask = { task: 7, site: 1, context: -3, startedAt: 5e9, awaitSite: 2, awaited: 9, since: 6e9 };

const REASON: Reason = {
  name: 'TypeError',
  code: '',
  message: 'fetch failed',
  cause: { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:80' },
};
const FRAME: StackFrame = { name: 'load', file: '/app/größe.ts', line: 3, character: 2 };

const event = (type: EventType, a: number) => [type << 27, a, 0, -1];

/** Frames as the stream `stream` writes them, counted from 0 on. */
function written(stream: number, ...payloads: [kind: FrameKind, payload: Uint8Array][]): Uint8Array[] {
  return payloads.map(([kind, payload], sequence) =>
    encodeFrame({ kind, encoding: Encoding.Raw, stream, sequence, bytes: payload.length, payload }),
  );
}

const events = (...promises: number[]): [FrameKind, Uint8Array] => [
  FrameKind.Events,
  encodeEvents({ base: 10, events: Int32Array.from(promises.flatMap(it => event(EventType.Settle, it))) }),
];
const begin: [FrameKind, Uint8Array] = [FrameKind.Stream, encodeJson(INFO)];
const checkpoint: [FrameKind, Uint8Array] = [FrameKind.Checkpoint, encodeCheckpoint([ALIVE])];
const tables: [FrameKind, Uint8Array] = [
  FrameKind.Tables,
  encodeTables({
    sites: [[2, SITE]],
    names: [[1, 'Timeout']],
    skipped: [{ file: '/app/x.js', reason: 'syntax' }],
    stacks: [[1, [FRAME]]],
    reasons: [[1, REASON]],
  }),
];
const end: [FrameKind, Uint8Array] = [FrameKind.End, encodeJson({ exitCode: 0, written: 2, dropped: 0 })];

const bytesOf = (...parts: Uint8Array[]): Uint8Array => Buffer.concat([encodeFileHeader(), ...parts]);

const notCompressed = () => assert.fail('nothing is compressed here');

function read(...pieces: Uint8Array[]): RecordingReader {
  const reader = new RecordingReader(notCompressed);
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return reader;
}

/** The promises that a recording's events speak of, by segment. */
const promisesIn = ({ streams }: RecordingReader) =>
  streams.map(({ segments }) =>
    segments.map(({ chunks }) => chunks.flatMap(({ events: it }) => [...it].filter((_, at) => at % 4 === 1))),
  );

describe('a recording', () => {
  const frames = written(1, begin, tables, checkpoint, events(1, 2), events(3), end);
  const whole = bytesOf(...frames);

  it('is read as it was written', () => {
    const { streams, damages } = read(whole);
    assert.deepEqual(damages, []);
    assert.deepEqual(streams[0]!.info, INFO);
    assert.deepEqual(streams[0]!.sites.get(2), SITE);
    assert.equal(streams[0]!.names.get(1), 'Timeout');
    assert.deepEqual(streams[0]!.stacks.get(1), [FRAME]);
    assert.deepEqual(streams[0]!.reasons.get(1), REASON);
    assert.deepEqual(streams[0]!.skipped, [{ file: '/app/x.js', reason: 'syntax' }]);
    assert.deepEqual(streams[0]!.segments[0]!.alive, [ALIVE]);
    assert.deepEqual(streams[0]!.segments[0]!.chunks[0], {
      base: 10,
      events: Int32Array.from([...event(EventType.Settle, 1), ...event(EventType.Settle, 2)]),
    });
    assert.deepEqual(streams[0]!.end, { exitCode: 0, written: 2, dropped: 0 });
  });

  it('may arrive byte by byte', () => {
    const bytewise = read(...Array.from(whole, byte => Uint8Array.of(byte)));
    assert.deepEqual(bytewise.streams, read(whole).streams);
  });

  it('may be of several threads at once', () => {
    const [a, b] = [
      written(1, begin, checkpoint, events(1), events(2)),
      written(2, begin, checkpoint, events(5), events(6)),
    ];
    const mixed = read(bytesOf(a[0]!, b[0]!, b[1]!, a[1]!, a[2]!, b[2]!, b[3]!, a[3]!));
    assert.deepEqual(promisesIn(mixed), [[[1, 2]], [[5, 6]]]);
    assert.deepEqual(mixed.damages, []);
  });

  it('is cut off anywhere: what is whole is kept', () => {
    const ends = frames.map((_, at) => bytesOf(...frames.slice(0, at + 1)).length);
    for (let length = 12; length < whole.length; length++) {
      const { streams, damages } = read(whole.subarray(0, length));
      const kept = ends.filter(it => it <= length).length;
      assert.equal(streams.length, kept > 0 ? 1 : 0);
      assert.equal(streams[0]?.segments[0]?.chunks.length ?? 0, Math.max(0, kept - 3), `cut at ${length}`);
      assert.equal(damages.length, length === 12 || ends.includes(length) ? 0 : 1, `cut at ${length}: ${damages}`);
    }
  });

  it('says what was cut off', () => {
    assert.deepEqual(read(whole.subarray(0, whole.length - 5)).damages, [
      `The recording ends in the middle of a frame: the program was killed, or the disk was full: ` +
        `${frames[5]!.length - 5} bytes from offset ${whole.length - frames[5]!.length} on are lost. The rest is whole.`,
    ]);
  });

  it('is damaged in one frame: the others are kept, and a new segment begins', () => {
    for (let at = 0; at < frames[3]!.length; at++) {
      const damaged = Buffer.from(frames[3]!);
      damaged[at]! ^= 0x10;
      const reader = read(bytesOf(...frames.slice(0, 3), damaged, ...frames.slice(4)));
      assert.deepEqual(promisesIn(reader), [[[], [3]]], `damaged at ${at}`);
      assert.equal(reader.streams[0]!.segments[1]!.continues, false);
      assert.match(reader.damages[0]!, /^The recording is damaged: \d+ bytes from offset \d+ on are lost/);
      assert.equal(reader.damages[1], '1 frames of stream 1 are missing before its frame 4.');
    }
  });

  it('may lack the beginning of a stream', () => {
    const { streams, damages } = read(bytesOf(...frames.slice(1)));
    assert.deepEqual(streams, []);
    assert.equal(damages[0], 'Frame 1 of stream 1 cannot be read: the beginning of its stream is lost.');
  });

  it('goes on after a part that its writer could not write', () => {
    const cut = frames[3]!.subarray(0, HEADER_BYTES + 3);
    assert.deepEqual(promisesIn(read(bytesOf(...frames.slice(0, 3), cut, ...frames.slice(4)))), [[[], [3]]]);
  });

  it('is recognised', () => {
    const other = Buffer.from('{ "not": "a recording" }');
    assert.throws(
      () => read(other),
      (error: Error) => error instanceof NotARecording && /^This is no recording/.test(error.message),
    );
    assert.throws(() => read(), /^NotARecording: The recording is empty/);
    const ofFormat = (version: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32LE(version, 8);
      return bytes;
    };
    const [before, after] = [FORMAT_VERSION - 1, FORMAT_VERSION + 1];
    const says = `this version of Asynclens reads format ${FORMAT_VERSION}`;
    assert.throws(() => read(ofFormat(after)), new RegExp(`is in format ${after}, and ${says}. Update Asynclens.`));
    assert.throws(() => read(ofFormat(before)), new RegExp(`is in format ${before}, and ${says}. Record .* again`));
  });
});
