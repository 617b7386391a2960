/**
 * Where a program is killed at any moment, or its disk is full, it ends as without us, and what was written is read.
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readRecording } from '../../cli/trace/read.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import type { RecordingReader } from '../../shared/trace/recording.ts';
import { link } from '../../trace/link.ts';
import { nameOf } from './describe.ts';
import { NODES } from './nodes.ts';
import { randomFrom } from './random.ts';
import { run, SHIM } from './record.ts';

const TASKS = 20_000;
const TASKS_PER_LINE = 500;
/** What was not written yet when the program is killed. */
const EVENTS_IN_FRAME = 4096;

const PROGRAM = `
async function work(at) {
  await null;
  return at;
}
(async () => {
  for (let at = 0; at < ${TASKS}; at++) {
    await work(at);
    if (at % ${TASKS_PER_LINE} === 0) console.log(at);
  }
  process.exitCode = 3;
})();
// Whoever means to kill it may be late.
if (process.argv[2] === 'stays') setInterval(() => undefined, 1e9);
`;

const workTasks = ({ streams }: RecordingReader): number => {
  const graph = link(streams[0]!);
  return [...graph.tasks.values()].filter(task => nameOf(graph, task) === 'work').length;
};

for (const node of NODES) {
  describe(`a recording on Node ${node.version}`, () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
    const program = join(folder, 'program.cjs');
    const recording = join(folder, 'recording');
    const traced = (file: string) => tracedEnvironment(process.env, SHIM, { file, sampleAbove: 0 });
    before(() => writeFileSync(program, PROGRAM));
    afterEach(() => rmSync(recording, { force: true }));
    after(() => rmSync(folder, { recursive: true }));

    it('has all but the last events of a program that is killed, whenever that is', async () => {
      const random = randomFrom(node.version);
      for (let times = 0; times < 5; times++) {
        const lines = 1 + random(TASKS / TASKS_PER_LINE - 1);
        const child = spawn(await node.path(), [program, 'stays'], {
          env: traced(recording),
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
        let seen = 0;
        createInterface({ input: child.stdout }).on('line', () => ++seen === lines && child.kill('SIGKILL'));
        assert.deepEqual(await ended, [null, 'SIGKILL']);
        const read = await readRecording(recording);
        const message = `killed after line ${lines}`;
        assert.ok(workTasks(read) >= (lines - 1) * TASKS_PER_LINE - EVENTS_IN_FRAME, message);
        assert.ok(read.damages.every(it => /^The recording ends in the middle of a frame/.test(it)), message);
        rmSync(recording);
      }
    });

    it('is as long as the disk has room, and the program does not notice', async () => {
      const alone = await run(await node.path(), [program]);
      assert.equal(alone.code, 3);
      const withRoom = ['-c', 'ulimit -f "$0"; exec "$@"'];
      for (const blocks of [1, 200, 700]) {
        const args = [...withRoom, String(blocks), await node.path(), program];
        assert.deepEqual(await run('sh', args, traced(recording)), alone);
        // Blocks have 512 bytes in some shells, and 1024 in others.
        assert.ok(statSync(recording).size <= blocks * 1024);
        const read = await readRecording(recording);
        if (blocks > 1) assert.ok(workTasks(read) > 0);
        assert.ok(read.damages.length <= 1, read.damages.join());
        rmSync(recording);
      }
    });

    const nowhere = {
      'in no folder': '/no/such/folder/recording',
      'where nobody may': '/proc/recording',
      'over a folder': folder,
    };
    for (const [where, file] of Object.entries(nowhere)) {
      it(`is not written ${where}, and the program does not notice`, async () => {
        const alone = await run(await node.path(), [program]);
        assert.deepEqual(await run(await node.path(), [program], traced(file)), alone);
      });
    }
  });
}
