/** All threads and processes of a program are in one recording, and it is whole however they end. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { link } from '../../trace/link.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { record } from './record.ts';

for (const node of NODES) {
  describe(`a recording on Node ${node.version}`, () => {
    const recorded = async (...args: string[]) => (await record(await node.path(), ...args)).recording;
    const script = (code: string) => recorded('-e', code);

    it('has a stream for each thread', async () => {
      const { streams, damages } = await recorded('test/trace/edges/worker.mjs');
      assert.deepEqual(damages, []);
      assert.equal(streams.length, 2);
      assert.equal(streams[0]!.info.thread, 0);
      assert.notEqual(streams[1]!.info.thread, 0);
      assert.deepEqual(describeGraph(link(streams[1]!), 'worker.mjs').slice(0, 2), [
        'module: by program',
        '  8 → work',
      ]);
    });

    it('has a stream for each process', async () => {
      const { streams } = await recorded('test/trace/edges/child-process.mjs');
      assert.equal(new Set(streams.map(({ info }) => info.pid)).size, 2);
      assert.deepEqual(
        streams.map(({ end }) => end?.exitCode),
        [0, 0],
      );
    });

    it('has none for the tools that start programs', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
      const tool = join(folder, 'pnpm');
      await writeFile(tool, `require('child_process').execFileSync(process.execPath, ['-e', '(async () => 1)()'])`);
      const { streams } = await recorded(tool);
      await rm(folder, { recursive: true });
      assert.deepEqual(streams.map(({ info }) => info.argv.slice(1)), [[]]);
    });

    const exits: Record<string, [code: string, exitCode: number]> = {
      'by itself': ['', 0],
      'by process.exit': ['process.exit(3)', 3],
      'by an exception': ['throw new Error("x")', 1],
      'by a rejection': ['Promise.reject(new Error("x"))', 1],
      'by process.exit among the listeners for the end': ['process.on("exit", () => process.exit(5))', 5],
    };
    for (const [how, [code, exitCode]] of Object.entries(exits)) {
      it(`is whole when the program ends ${how}`, async () => {
        const { streams, damages } = await script(`for (let i = 0; i < 10; i++) Promise.resolve(i); ${code}`);
        assert.deepEqual(damages, []);
        assert.equal(streams[0]!.end?.exitCode, exitCode);
        assert.ok(streams[0]!.end.written >= 10);
        assert.equal(streams[0]!.end.dropped, 0);
      });
    }

    it('has all whole chunks when another process kills the program', async () => {
      const { streams, damages } = await script(
        `const kill = \`process.kill(\${process.pid}, "SIGKILL")\`;
        for (let i = 0; i < 9000; i++) Promise.resolve(i);
        require('child_process').execFileSync(process.execPath, ['-e', kill], { env: {} });`,
      );
      assert.deepEqual(damages, []);
      assert.equal(streams[0]!.end, undefined);
      assert.equal(streams[0]!.segments[0]!.chunks.length, 4);
    });

    it('begins segments with the tasks that are alive', async () => {
      const { streams } = await recorded('test/trace/long-running.cjs');
      const { segments, sites } = streams[0]!;
      assert.ok(segments.length > 1);
      assert.deepEqual(segments[0]!.alive, []);
      for (const { alive, continues } of segments.slice(1)) {
        assert.ok(continues);
        assert.ok(
          alive?.some(({ site, awaitSite }) => sites.get(site)?.name === 'patient' && sites.get(awaitSite)?.line === 2),
        );
      }
    });
  });
}
