/** What is packed comes out again as it was. */

import assert from 'node:assert/strict';
import { decodeColumns, encodeColumns } from '../../shared/trace/columns.ts';
import { EventType } from '../../shared/trace/events.ts';
import { randomFrom } from './random.ts';

const roundTrip = (events: Int32Array) => decodeColumns(encodeColumns({ base: 1.5e9, events }));

describe('events in columns', () => {
  it('keep operands that are none, equal, negative and large', () => {
    const then = EventType.Then << 27;
    const settle = EventType.Settle << 27;
    const events = Int32Array.of(
      settle, 5, 5, 5,
      settle, 6, 0, 5,
      settle, 7, -3, 0,
      then, 9, 9, 9,
      then, 9, 1, -4,
      settle | 0x7ffffff, 0x3fffffff, -0x3fffffff, 0x7fffffff,
      settle, 1, 2, 3,
    );
    assert.deepEqual(roundTrip(events), { base: 1.5e9, events });
  });

  it('keep whatever it is', () => {
    const random = randomFrom(1);
    const events = Int32Array.from({ length: 4000 }, (_, at) => (at % 4 === 0 ? random(2 ** 31) : random(2 ** 30)));
    assert.deepEqual(roundTrip(events).events, events);
  });

  it('may be none', () => assert.equal(roundTrip(new Int32Array(0)).events.length, 0));

  it('must be whole', () => assert.throws(() => decodeColumns(new Uint8Array(12)), RangeError));
});
