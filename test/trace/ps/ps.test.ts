/** `asynclens ps`, on processes whose suspended functions are known. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { transformSync } from 'esbuild';
import { inspectorAt } from '../../../cli/ps/inspector.ts';
import { freePort } from '../../../scripts/free-port.ts';
import { NODES } from '../nodes.ts';
import { run } from '../record.ts';

const SOURCE = readFileSync('test/trace/ps/waiting.ts', 'utf8');

/**
 * What the program waits for. Who awaits `Promise.race` waits for all its promises, as far as they belong to functions.
 */
const TREE = [
  'reader  waiting.ts:27:20',
  '└─ pages  waiting.ts:23:9',
  '   └─ readBook  waiting.ts:17:21',
  '      └─ fetchBook  waiting.ts:13:10',
  'club  waiting.ts:31:3',
  '├─ 2× fetchBook  waiting.ts:13:10',
  '└─ readBook  waiting.ts:17:21',
  '   └─ fetchBook  waiting.ts:13:10',
  'librarian  waiting.ts:39:3',
  '└─ readBook  waiting.ts:17:21',
  '   └─ fetchBook  waiting.ts:13:10',
];

describe('asynclens ps', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  const started: ChildProcess[] = [];
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => started.splice(0).forEach(child => child.kill()));

  /** Starts a program that says when it is ready. */
  async function start(node: string, ...args: string[]): Promise<{ pid: string; port: string }> {
    const port = String(await freePort());
    const child = spawn(node, [`--inspect-port=${port}`, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    for await (const line of createInterface(child.stdout)) if (line === 'ready') break;
    return { pid: String(child.pid), port };
  }

  const ps = ({ pid, port }: { pid: string; port: string }, ...args: string[]) =>
    run(process.execPath, [resolve('dist/cli.js'), 'ps', pid, '--port', port, ...args]);

  const compiled = join(folder, 'waiting.mjs');
  before(() => {
    const { code } = transformSync(SOURCE, {
      loader: 'ts',
      sourcefile: 'waiting.ts',
      sourcemap: 'inline',
      format: 'esm',
    });
    writeFileSync(compiled, code);
  });

  const lines = (text: string) => text.replaceAll(`${folder}/`, '').split('\n').filter(Boolean);

  for (const node of NODES) {
    it(`shows who waits for whom on Node ${node.version}, in TypeScript, and closes the port`, async () => {
      const program = await start(await node.path(), compiled);
      const { code, stdout, stderr } = await ps(program);
      assert.deepEqual([code, stderr], [0, '']);
      const [title, ...tree] = lines(stdout);
      assert.equal(title, `Process ${program.pid} has 12 suspended functions.`);
      assert.deepEqual(tree, TREE);
      assert.equal(await inspectorAt(Number(program.port)), undefined);
    });
  }

  it('is JSON when it is asked for', async () => {
    const { stdout } = await ps(await start(process.execPath, compiled), '--json');
    const { version, tasks } = JSON.parse(stdout) as {
      version: number;
      tasks: { id: number; name: string; waitsFor: number[]; place: { line: number } }[];
    };
    assert.equal(version, 1);
    const club = tasks.find(({ name }) => name === 'club')!;
    const awaited = club.waitsFor.map(id => tasks.find(it => it.id === id)!.name);
    assert.deepEqual(awaited.sort(), ['fetchBook', 'fetchBook', 'readBook']);
    assert.equal(club.place.line, 31);
  });

  it('leaves the port of a process that is being debugged open', async () => {
    const port = String(await freePort());
    const child = spawn(process.execPath, [`--inspect=${port}`, compiled], { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    for await (const line of createInterface(child.stdout)) if (line === 'ready') break;
    assert.equal((await ps({ pid: String(child.pid), port })).code, 0);
    assert.notEqual(await inspectorAt(Number(port)), undefined);
  });

  it('asks before a long pause', async () => {
    const large = join(folder, 'large.cjs');
    writeFileSync(
      large,
      `const all = Array.from({ length: 8e5 }, (_, at) => ({ at }));
       (async () => { await new Promise(done => setTimeout(done, 1e8, all)); })();
       console.log('ready');`,
    );
    const program = await start(process.execPath, large);
    const { code, stderr } = await ps(program);
    assert.equal(code, 2);
    assert.match(stderr, /^asynclens: Process \d+ will stand still for about .* If that does no harm, say --yes\.\n$/);
    assert.match(
      (await ps(program, '--yes')).stdout,
      /has 1 suspended function\.\n\(anonymous\) {2}.*large\.cjs:2:23\n$/,
    );
  });

  it('says what it cannot look into', async () => {
    assert.match((await ps({ pid: '2147483', port: '9' })).stderr, /^asynclens: There is no process 2147483/);
    assert.match((await ps({ pid: 'all', port: '9' })).stderr, /^asynclens: Which process\? Write its number/);
    if (process.platform !== 'linux') return;
    const cat = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    started.push(cat);
    assert.match(
      (await ps({ pid: String(cat.pid), port: '9' })).stderr,
      /^asynclens: Process \d+ is no Node program, but cat\.\n$/,
    );
    assert.equal(cat.exitCode, null);
  });
});
