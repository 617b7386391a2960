/** Tables keep what they are given, however much it is. */

import assert from 'node:assert/strict';
import { ChainTable } from '../../trace/columns/chain-table.ts';
import { SparseInts } from '../../trace/columns/sparse-ints.ts';
import { doubles } from '../../trace/columns/table.ts';
import { randomFrom } from './random.ts';

class Numbers extends ChainTable {
  key = doubles();

  add(key: number, last: number): number {
    const row = this.append();
    this.key[row] = key;
    this.chain(row, last);
    return row;
  }
}

/** Some lists of rising keys, which grow in turns; the row at the end of each. */
function randomLists(numbers: Numbers, lists: number, rows: number): number[] {
  const random = randomFrom(lists);
  const ends = new Array<number>(lists).fill(0);
  for (let at = 0; at < rows; at++) {
    const list = random(lists);
    ends[list] = numbers.add(at * 10, ends[list]!);
  }
  return ends;
}

describe('rows in lists', () => {
  it('are listed in the order in which they came', () => {
    const numbers = new Numbers();
    const listed = randomLists(numbers, 5, 1000).map(end => numbers.listUpTo(end));
    assert.equal(listed.flat().length, 1000);
    for (const rows of listed) assert.deepEqual([...rows].sort((a, b) => a - b), rows);
  });

  it('are found by their keys', () => {
    const numbers = new Numbers();
    for (const end of randomLists(numbers, 3, 2000)) {
      const rows = numbers.listUpTo(end);
      for (let limit = -5; limit < 20_100; limit += 85) {
        const expected = rows.filter(row => numbers.key[row]! <= limit).at(-1) ?? 0;
        assert.equal(numbers.lastUpTo(end, numbers.key, limit), expected);
      }
    }
  });

  it('are found in few steps', () => {
    const numbers = new Numbers();
    const [end] = randomLists(numbers, 1, 100_000);
    let steps = 0;
    const counted = new Proxy(numbers.jump, { get: (target, key) => (steps++, Reflect.get(target, key)) });
    numbers.jump = counted;
    assert.equal(numbers.lastUpTo(end!, numbers.key, 0), 1);
    assert.ok(steps < 60, `${steps} steps`);
  });
});

describe('an index of numbers', () => {
  it('finds what it was told, wherever that lies', () => {
    const index = new SparseInts();
    const ids = [1, 1023, 1024, 1025, 5_000_000, 0x7fffffff];
    ids.forEach((id, at) => index.set(id, at + 1));
    assert.deepEqual(ids.map(id => index.get(id)), [1, 2, 3, 4, 5, 6]);
    assert.deepEqual([0, 2, 4_999_999].map(id => index.get(id)), [0, 0, 0]);
  });
});
