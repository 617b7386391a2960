/** Recordings say why promises were rejected, without a word from the program. */

import assert from 'node:assert/strict';
import { LONGEST_MESSAGE, reasonInShort, reasonInWords } from '../../shared/trace/reason.ts';
import { link } from '../../trace/link.ts';
import type { Graph } from '../../trace/graph.ts';
import { reasonOf } from '../../trace/rejections.ts';
import { NODES } from './nodes.ts';
import { record, recordWith, type Recorded } from './record.ts';

const graphOf = ({ recording }: Recorded): Graph => link(recording.streams[0]!);

/** Why tasks ended, in the order in which they began; `undefined` for one of which that is not told. */
function reasonsIn(graph: Graph): (string | undefined)[] {
  const rejected = [...graph.tasks.values()].filter(({ outcome }) => outcome === 'rejected');
  return rejected.map(({ id }) => {
    const reason = reasonOf(graph, id);
    return reason && reasonInWords(reason);
  });
}

/** By their names in `reasons/many.cjs`. */
const REASONS = {
  plain: 'Error: no file',
  ofClass: 'Lost: at sea',
  ofName: 'OutOfMoney [E_MONEY]: not a cent',
  system: 'Error: read ECONNRESET',
  aborted: 'AbortError: This operation was aborted',
  several: 'AggregateError: all failed, caused by Lost: first',
  caused: 'Error: layer 1, caused by Lost: root',
  causedByFar: 'Error: layer 9, caused by Error: layer 8, caused by Error: layer 7',
  long: `Error: ${'x'.repeat(LONGEST_MESSAGE)}…`,
  lines: 'Error: one two',
  text: '"late"',
  number: '404',
  nothing: 'undefined',
  none: 'null',
  symbol: 'Symbol(stop)',
  object: 'Object [7]: no error',
  bare: 'Object',
  proxy: 'a proxy',
  inheritsProxy: 'Object',
  secretive: 'Secretive',
  causedByProxy: 'Error: wrapped, caused by a proxy',
};

for (const node of NODES) {
  describe(`reasons of rejections on Node ${node.version}`, () => {
    it('are told as they are, and run nothing', async () => {
      const recorded = await record(await node.path(), 'test/trace/reasons/many.cjs');
      assert.deepEqual([recorded.code, recorded.stderr], [0, '']);
      assert.deepEqual(reasonsIn(graphOf(recorded)), Object.values(REASONS));
    });

    it('are left out where that is asked for', async () => {
      const recorded = await recordWith({ reasons: false }, await node.path(), 'test/trace/reasons/many.cjs');
      const graph = graphOf(recorded);
      assert.deepEqual(reasonsIn(graph), Object.values(REASONS).map(() => undefined));
      assert.equal(graph.reasons.size, 0);
    });

    it('are not kept alive', async () => {
      const { stdout, stderr } = await record(await node.path(), 'test/trace/reasons/kept.cjs');
      assert.deepEqual([stdout, stderr], ['collected\n', '']);
    });
  });
}

describe('a reason in short', () => {
  const refused = { name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:80' };

  it('is its code, or that of what has caused it', () => {
    assert.equal(reasonInShort(refused), 'ECONNREFUSED');
    assert.equal(
      reasonInShort({ name: 'TypeError', code: '', message: 'fetch failed', cause: refused }),
      'ECONNREFUSED',
    );
  });

  it('is what it is in words where there is none', () => {
    assert.equal(
      reasonInShort({ name: 'TypeError', code: '', message: 'x is no function' }),
      'TypeError: x is no function',
    );
  });
});
