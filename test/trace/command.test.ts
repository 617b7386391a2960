/** `asynclens trace`, as people call it. */

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { readRecording } from '../../cli/trace/read.ts';
import { EVENT_INTS } from '../../shared/trace/events.ts';
import { link } from '../../trace/link.ts';
import { obtainNode } from '../../scripts/node-versions.ts';

describe('asynclens trace', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  function trace(...args: string[]) {
    const command = [resolve('dist/cli.js'), 'trace', ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }
  const recording = (name = 'asynclens.trace') => readRecording(join(folder, name));

  it('records what the tasks of a program do, and says so', async () => {
    write('app.mjs', 'const load = async () => 1;\nconsole.log(await load(), process.argv[2]);');
    const { code, stdout, stderr } = trace('--', await obtainNode(24), 'app.mjs', '--out');
    assert.deepEqual([code, stdout], [0, '1 --out\n']);
    assert.match(
      stderr,
      /^Recorded 2 tasks in 1 thread\.\nasynclens\.trace has the recording \(\d kB\)\. `asynclens report asynclens\.trace` tells more\.\n$/,
    );
    assert.equal(link((await recording()).streams[0]!).tasks.size, 2);
  });

  it('packs the recording to less than 3 bytes an event', async () => {
    write('loop.cjs', '(async () => { for (let i = 0; i < 50000; i++) await i; })();');
    trace('--out', 'loop.trace', '--', await obtainNode(24), 'loop.cjs');
    const { segments } = (await recording('loop.trace')).streams[0]!;
    const events = segments.flatMap(it => it.chunks).reduce((sum, chunk) => sum + chunk.events.length / EVENT_INTS, 0);
    assert.ok(events > 50_000);
    assert.ok(statSync(join(folder, 'loop.trace')).size < 3 * events);
  });

  it('keeps what it found out of the code for the next run, unless told not to', () => {
    write('again.cjs', '(async () => { await null; })();');
    const kept = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(it => /cache.*\.json$/.test(it));
    trace('--no-cache', '--cache-location', 'cache', '--', process.execPath, 'again.cjs');
    assert.equal(kept().length, 0);
    for (const run of ['first', 'second']) {
      const { stderr } = trace('--cache-location', 'cache', '--', process.execPath, 'again.cjs');
      assert.match(stderr, /^Recorded 1 task in 1 thread/, run);
      assert.equal(kept().length, 1);
    }
  });

  it('keeps the exit code', () => {
    const { code, stderr } = trace('--', process.execPath, '-e', 'setTimeout(() => process.exit(7))');
    assert.equal(code, 7);
    assert.match(
      stderr,
      /^Recorded 0 tasks in 1 thread\.\n`node` \(process \d+\) ended with exit code 7\.\nNone of the program's own async functions ran\./,
    );
  });

  it('names the signal that ended the program, and keeps it as shells do', () => {
    const { code, stderr } = trace('--', process.execPath, '-e', 'process.kill(process.pid, "SIGKILL")');
    assert.equal(code, 137);
    assert.match(
      stderr,
      /^`node` \(process \d+\) did not come to its end: a signal ended it \(Ctrl\+C, `kill`\), or Node crashed\.$/m,
    );
    assert.match(stderr, /^SIGKILL ended .*node\.\n$/m);
  });

  it('names the files that it could not look into', () => {
    write('odd.cjs', 'async function f() {}\nf(); %NativeSyntax;');
    const { stderr } = trace('--', process.execPath, 'odd.cjs');
    assert.match(stderr, /^odd\.cjs ran without a look into it: Unexpected token \(2:5\)$/m);
  });

  it('says when there is nothing to record', () => {
    const { code, stderr } = trace('--', 'git', '--version');
    assert.equal(code, 0);
    assert.equal(stderr, 'Nothing was recorded: git started no Node program, or none of Node 20 or later.\n');
  });

  it('says when a program cannot be started, or a recording not be written', () => {
    assert.match(trace('--', 'no-such-program').stderr, /^asynclens: no-such-program could not be started: /);
    const { code, stderr } = trace('--out', 'no/such/folder', '--', 'node');
    assert.equal(code, 2);
    assert.match(stderr, /^asynclens: The recording cannot be written: ENOENT.* Choose another file with --out\.\n$/s);
  });
});
