/** `asynclens attach`, on processes that were running before. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { readThreads } from '../../../cli/trace/read.ts';
import { tracedEnvironment } from '../../../shared/trace/environment.ts';
import type { Graph } from '../../../trace/graph.ts';
import { spawnerOf } from '../../../trace/owner.ts';
import { makeRunFolder, removeRunFolder } from '../../../trace-host/run-folder.ts';
import { nameOf } from '../describe.ts';
import { freePort } from '../../../scripts/free-port.ts';
import { NODES } from '../nodes.ts';
import { run, SHIM } from '../record.ts';

const PROGRAM = 'test/trace/attach/working.mjs';

/** Lines of a program or a command, one after the other. */
class Lines {
  readonly #lines: AsyncIterator<string>;

  constructor(lines: Interface) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** The next line that has this in it. */
  async until(text: string): Promise<string> {
    for (;;) {
      const { value, done } = (await this.#lines.next()) as IteratorResult<string, undefined>;
      if (done) throw new Error(`It has ended, and did not say "${text}".`);
      if (value.includes(text)) return value;
    }
  }
}

describe('asynclens attach', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
  const file = join(folder, 'attached.trace');
  const started: ChildProcess[] = [];
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => started.splice(0).forEach(child => child.kill()));

  async function start(node: string, env: NodeJS.ProcessEnv = process.env) {
    const port = String(await freePort());
    const child = spawn(node, [`--inspect-port=${port}`, PROGRAM], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    started.push(child);
    const says = new Lines(createInterface(child.stdout));
    await says.until('ready');
    const seen = (): Promise<string> => {
      child.stdin.write('\n');
      return says.until('seen');
    };
    /** What it has said before is skipped. */
    const works = async (): Promise<void> => {
      await seen();
      for (let turn = 0; turn < 3; turn++) await says.until('turn');
    };
    return { child, port, says, pid: String(child.pid), seen, works };
  }

  function attach({ pid, port }: { pid: string; port: string }, ...args: string[]) {
    const command = ['dist/cli.js', 'attach', pid, '--port', port, '--out', file, ...args].map((it, at) =>
      at === 0 ? resolve(it) : it,
    );
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
    started.push(child);
    return { child, says: new Lines(createInterface(child.stderr)), ended: once(child, 'close') };
  }

  /** Which functions ran, who started them, and where they waited. */
  const told = (graph: Graph): Set<string> =>
    new Set(
      Array.from(graph.tasks.values(), task => {
        const spawner = spawnerOf(graph, task);
        const lines = new Set(task.awaits.map(({ site }) => graph.sites.get(site)!.line + 1));
        return `${nameOf(graph, task)} by ${spawner ? nameOf(graph, spawner) : 'nobody'} waits in ${[...lines].join(', ')}`;
      }).filter(line => !/ $/.test(line)),
    );

  for (const node of NODES) {
    it(`records what runs on Node ${node.version}, and leaves it as it was`, async () => {
      const program = await start(await node.path());
      const before = await program.seen();
      const recorder = attach(program);
      await recorder.says.until(`Recording process ${program.pid}`);
      await program.works();
      recorder.child.kill('SIGINT');
      await recorder.says.until('Recorded');
      assert.deepEqual(await recorder.ended, [0, null]);
      const { threads, damages } = await readThreads(file);
      assert.deepEqual(damages, []);
      const found = told(threads[0]!.graph);
      assert.ok(found.has('readBook by nobody waits in 12'), [...found].join('\n'));
      assert.ok(found.has('fetchPage by readBook waits in 7'), [...found].join('\n'));
      assert.equal([...found].some(line => line.startsWith('main')), false, 'it was running before');
      assert.equal(threads[0]!.stream.info.tier, 'hooks');
      assert.equal(await program.seen(), before);
      await program.works();
    });
  }

  it('ends with the program', async () => {
    const program = await start(process.execPath);
    const recorder = attach(program);
    await recorder.says.until('Recording process');
    await program.works();
    program.child.kill();
    await recorder.says.until('Recorded');
    assert.deepEqual(await recorder.ended, [0, null]);
  });

  it('joins what a process records already', async () => {
    const rendezvous = await makeRunFolder();
    const program = await start(
      process.execPath,
      tracedEnvironment(process.env, SHIM, { rendezvous }) as NodeJS.ProcessEnv,
    );
    const recorder = attach(program);
    await recorder.says.until('is being recorded');
    await program.works();
    recorder.child.kill('SIGINT');
    await recorder.ended;
    const found = told((await readThreads(file)).threads[0]!.graph);
    assert.ok(found.has('fetchPage by readBook waits in 7'), [...found].join('\n'));
    program.child.kill();
    await once(program.child, 'close');
    await removeRunFolder(rendezvous);
  });

  it('says what is wrong', async () => {
    const nobody = await run(process.execPath, [resolve('dist/cli.js'), 'attach', '1a']);
    assert.deepEqual(
      [nobody.code, nobody.stderr],
      [2, 'asynclens: Which process? Write its number: `asynclens attach 1234`.\n'],
    );
    const program = await start(process.execPath);
    const { code, stderr } = await run(process.execPath, [
      resolve('dist/cli.js'), 'attach', program.pid, '--port', program.port, '--out', join(folder, 'none', 'x'),
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /^asynclens: The recording cannot be written: ENOENT.* Choose another file with --out\.\n$/);
  });
});
