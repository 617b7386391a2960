/** What Perfetto is given. */

import assert from 'node:assert/strict';
import { Message } from '../../../trace/export/protobuf.ts';
import { perfettoTrace } from '../../../trace/export/perfetto.ts';
import { perfettoTraceType } from './schemas.ts';
import { thread } from './threads.ts';

interface Named {
  readonly iid: number;
  readonly name: string;
}

interface Packet {
  readonly timestamp?: number;
  readonly trackDescriptor?: {
    readonly uuid: number;
    readonly parentUuid?: number;
    readonly name?: string;
    readonly process?: { readonly pid: number; readonly processName: string };
    readonly thread?: { readonly tid: number; readonly threadName: string };
    readonly siblingMergeKeyInt?: number;
  };
  readonly trackEvent?: {
    readonly type: string;
    readonly trackUuid: number;
    readonly nameIid?: number;
    readonly sourceLocationIid?: number;
    readonly flowIds?: readonly number[];
    readonly terminatingFlowIds?: readonly number[];
    readonly debugAnnotations?: readonly { readonly uintValue?: number; readonly stringValue?: string }[];
  };
  readonly internedData?: {
    readonly eventNames: readonly Named[];
    readonly sourceLocations: readonly {
      readonly iid: number;
      readonly lineNumber: number;
      readonly fileName: string;
    }[];
  };
}

/** Throws for bytes that are not of the schema, and for fields that it does not have. */
function packetsOf(pieces: Iterable<Uint8Array>): readonly Packet[] {
  const bytes = Buffer.concat([...pieces]);
  const decoded = perfettoTraceType.decode(bytes);
  assert.equal(perfettoTraceType.encode(decoded).finish().length, bytes.length);
  const { packet } = perfettoTraceType.toObject(decoded, { longs: Number, enums: String }) as { packet: Packet[] };
  return packet;
}

describe('a trace for Perfetto', () => {
  const packets = packetsOf(perfettoTrace([thread()]));
  const tracks = packets.flatMap(it => it.trackDescriptor ?? []);
  const { eventNames, sourceLocations } = packets.find(it => it.internedData)!.internedData!;
  const name = (iid: number | undefined) => eventNames.find(it => it.iid === iid)?.name ?? '';
  const events = packets.flatMap(({ timestamp, trackEvent }) =>
    trackEvent === undefined ? [] : [{ at: timestamp!, ...trackEvent, name: name(trackEvent.nameIid) }],
  );
  const begin = (of: string) => events.find(it => it.name === of && it.type === 'TYPE_SLICE_BEGIN')!;

  it('has a track for the process, the thread, and each lane of each function', () => {
    assert.deepEqual(
      tracks.map(it => it.process?.processName ?? it.thread?.threadName ?? `${it.name} of ${it.siblingMergeKeyInt}`),
      ['node app.ts', 'main', 'main of 1', 'load of 2', 'app.ts of 5'],
    );
    const uuids = tracks.map(it => it.uuid);
    assert.equal(new Set(uuids).size, uuids.length);
    for (const { parentUuid } of tracks.slice(1)) assert.ok(uuids.includes(parentUuid!));
    for (const { trackUuid } of events) assert.ok(uuids.includes(trackUuid));
  });

  it('has the turns of the loop, and tasks with their awaits, in nanoseconds', () => {
    const depth = new Map<number, string[]>();
    const shown = [...events].sort((a, b) => a.at - b.at).flatMap(({ at, trackUuid, type, name: it }) => {
      const open = depth.get(trackUuid) ?? [];
      depth.set(trackUuid, open);
      if (type === 'TYPE_SLICE_END') return [`${at} end of ${open.pop()}`];
      if (type === 'TYPE_INSTANT') return [];
      open.push(it);
      return [`${at} ${open.join(' > ')}`];
    });
    assert.deepEqual(shown, [
      '0 program',
      '10000 main',
      '11000 load',
      '14000 load > await timer',
      '15000 end of program',
      '15000 main > await load()',
      '50000 Timeout',
      '50000 load > await timer > ready',
      '51000 end of ready',
      '51000 end of await timer',
      '53000 end of await load()',
      '53000 end of load',
      '56000 end of Timeout',
      '56000 end of main',
      '60000 Timeout',
      '61000 app.ts',
      '64000 end of Timeout',
    ]);
    assert.deepEqual([...depth.values()].flat(), ['app.ts']);
  });

  it('leads from tasks to those that they start, and to the awaits that wait for them', () => {
    const started = events.find(it => it.type === 'TYPE_INSTANT')!;
    assert.equal(started.trackUuid, begin('main').trackUuid);
    assert.deepEqual(started.flowIds, begin('load').terminatingFlowIds);
    assert.deepEqual(begin('await load()').flowIds, begin('load').flowIds);
    assert.equal(begin('app.ts').terminatingFlowIds?.length ?? 0, 0);
  });

  it('says where tasks and awaits are in the code, and how they ended', () => {
    const source = sourceLocations.find(({ iid }) => iid === begin('await timer').sourceLocationIid)!;
    assert.deepEqual([source.fileName, source.lineNumber], ['/app/app.ts', 4]);
    assert.deepEqual(begin('load').debugAnnotations?.map(it => it.uintValue || it.stringValue), [2, 'rejected']);
  });
});

describe('protocol buffers', () => {
  it('hold numbers of any size', () => {
    for (const timestamp of [0, 1, 127, 128, 300, 2 ** 32, 2 ** 53 - 1]) {
      const bytes = new Message().message(1, new Message().uint(8, timestamp)).bytes;
      const { packet } = perfettoTraceType.toObject(perfettoTraceType.decode(bytes), { longs: Number });
      assert.deepEqual(packet, [{ timestamp }]);
    }
  });

  it('hold texts that are longer than what was there before', () => {
    const name = 'ü'.repeat(5000);
    const bytes = new Message().message(1, new Message().message(60, new Message().text(2, name))).bytes;
    assert.equal(perfettoTraceType.decode(bytes).toJSON()['packet'][0].trackDescriptor.name, name);
  });
});
