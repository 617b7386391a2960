/** A snapshot is read the same in whatever pieces it comes. */

import assert from 'node:assert/strict';
import { SnapshotReader } from '../../../cli/ps/heap/snapshot-reader.ts';
import type { Heap } from '../../../cli/ps/heap/heap.ts';

const META = {
  node_fields: ['type', 'name', 'id', 'self_size', 'edge_count'],
  node_types: [['hidden', 'object', 'closure', 'string'], 'string', 'number', 'number', 'number'],
  edge_fields: ['type', 'name_or_index', 'to_node'],
  edge_types: [['element', 'internal', 'hidden'], 'string_or_number', 'node'],
  location_fields: ['object_index', 'script_id', 'line', 'column'],
};

/** An object with three edges, a closure, and a text of the program that is nobody's business. */
const TEXT = `{"snapshot":${JSON.stringify({ meta: META, node_count: 3, edge_count: 3 })},
"nodes":[1,1,11,16,3
,2,2,13,16,0
,3,3,4294967295,16,0
],
"edges":[1,4,5
,2,7,10
,0,0,10],
"trace_function_infos":[],
"samples":[1,2,3],
"locations":[5,88,2,19],
"strings":["<dummy>","Promise \\"]\\\\","leaf","secret]","reactions\\u005for"]}`;

const described = (heap: Heap) => [
  [0, 1, 2].map(row => [heap.typeOf(row), heap.nameOf(row), heap.idOf(row)]),
  [...heap.edgesOf(0)],
  heap.placeOf(1),
];

function readIn(pieces: readonly string[]): Heap {
  const reader = new SnapshotReader();
  for (const piece of pieces) reader.push(piece);
  return reader.end();
}

describe('a heap snapshot', () => {
  const expected = [
    [
      ['object', 'Promise "]\\', 11],
      ['closure', 'leaf', 13],
      ['other', '', 4294967295],
    ],
    [
      { kind: 'internal', name: 'reactions_or', to: 1 },
      { kind: 'hidden', name: '', to: 2 },
    ],
    { script: '88', line: 2, column: 19 },
  ];

  it('is read as a whole', () => assert.deepEqual(described(readIn([TEXT])), expected));

  for (const length of [1, 2, 3, 10, 100]) {
    it(`is read in pieces of ${length}`, () => {
      const pieces = TEXT.match(new RegExp(`[^]{1,${length}}`, 'g'))!;
      assert.deepEqual(described(readIn(pieces)), expected);
    });
  }

  it('must be complete', () => {
    assert.throws(() => readIn([TEXT.slice(0, 100)]), SyntaxError);
    assert.throws(() => readIn([TEXT.slice(0, TEXT.indexOf('"strings"'))]), SyntaxError);
  });
});
