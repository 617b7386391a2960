/** What is awaited and collected as garbage is noted, and nothing is kept alive for that. */

import assert from 'node:assert/strict';
import type { RecordingReader } from '../../shared/trace/recording.ts';
import { link } from '../../trace/link.ts';
import { nameOf } from './describe.ts';
import { NODES } from './nodes.ts';
import { recordWith } from './record.ts';

/** The names of tasks that are proven never to resume. */
const provenIn = ({ streams }: RecordingReader): string[] => {
  const graph = link(streams[0]!);
  return [...graph.tasks.values()]
    .filter(({ awaits }) => graph.promises.get(awaits.at(-1)?.on ?? 0)?.collected)
    .map(task => nameOf(graph, task));
};

for (const node of NODES) {
  describe(`a promise that is collected on Node ${node.version}`, () => {
    const run = async (collectGarbage: boolean, ...args: string[]) =>
      recordWith({ collectGarbage }, await node.path(), ...args);

    it('is noted while the program runs', async () => {
      const { recording } = await run(false, '--expose-gc', 'test/trace/collected/while-running.cjs');
      assert.deepEqual(provenIn(recording), ['forEver']);
    });

    it('is noted at the end of a short program that is asked to collect garbage', async () => {
      const { recording, stdout } = await run(true, 'test/trace/collected/at-exit.cjs');
      assert.deepEqual(provenIn(recording), ['forEver']);
      assert.equal(stdout, 'nothing left to do\n'.repeat(2));
    });

    it('is not looked for at the end otherwise', async () => {
      const { recording } = await run(false, 'test/trace/collected/at-exit.cjs');
      assert.deepEqual(provenIn(recording), []);
    });
  });
}
