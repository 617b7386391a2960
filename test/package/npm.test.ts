// The command line as users get it: packed, and installed in an empty folder.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('the npm package', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-npm-')));
  const run = (command: string, args: readonly string[], cwd: string) =>
    spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

  after(() => rmSync(folder, { recursive: true }));

  it('gives the command line', function () {
    this.timeout(300_000);
    const packed = run('npm', ['pack', '--pack-destination', folder], '.');
    assert.equal(packed.status, 0, packed.stderr);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    writeFileSync(join(folder, 'a.ts'), 'export async function save() {}\nsave();\n');
    const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'))!;
    const installed = run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], folder);
    assert.equal(installed.status, 0, installed.stderr);

    const checked = run('npx', ['--no-install', 'asynclens', 'check'], folder);
    assert.match(checked.stdout, /a\.ts:2:1/);
    assert.match(checked.stdout, /no-floating-promises/);
    assert.equal(checked.status, 1, checked.stderr);

    writeFileSync(join(folder, 'b.cjs'), 'async function main() {}\nmain();\n');
    const traced = run('npx', ['--no-install', 'asynclens', 'trace', '--', 'node', 'b.cjs'], folder);
    assert.match(traced.stderr, /^Recorded 1 task in 1 thread\.$/m);
    assert.equal(traced.status, 0, traced.stderr);
  });
});
