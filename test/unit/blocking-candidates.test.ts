/** Everything that may block in the installed release of Node's types is in a pack, or judged not to block. */

import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { blockingCandidates, undecided } from '../../scripts/blocking-candidates.ts';
import { judgementOf } from '../../scripts/not-blocking.ts';
import { PACKS } from '../../server/packs/index.ts';
import { Folder } from '../lsp/folder.ts';

describe('functions of Node that may block', function () {
  this.timeout(60_000);
  let folder: Folder;
  let candidates: readonly string[];
  before(() => {
    const compilerOptions = { target: 'es2023', module: 'nodenext', types: ['node'] };
    folder = new Folder({ 'tsconfig.json': JSON.stringify({ compilerOptions }), 'a.ts': 'export {};' });
    symlinkSync(resolve('node_modules'), `${folder.path}/node_modules`, 'junction');
    candidates = blockingCandidates(`${folder.path}/tsconfig.json`);
  });
  after(() => folder.remove());

  it('are found by their names, and in modules that wait or compute', () => {
    for (const known of ['node:fs: readFileSync', 'node:fs: Dir.readSync', 'node:crypto: randomBytes']) {
      assert.ok(candidates.includes(known), known);
    }
    for (const other of ['node:crypto: pbkdf2', 'node:fs: readFile']) assert.ok(!candidates.includes(other), other);
  });

  it('are described in a pack, or judged not to block', () => {
    assert.deepEqual(undecided(candidates, PACKS), []);
    assert.deepEqual(undecided(['node:fs: readFileSync', 'node:crypto: createHash'], []), ['node:fs: readFileSync']);
  });

  it('are not both', () => {
    const described = PACKS.flatMap(({ module, blocking = [] }) => blocking.map(({ name }) => `${module}: ${name}`));
    assert.deepEqual(described.filter(judgementOf), []);
  });
});
