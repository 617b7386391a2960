/**
 * What packs recommend in place of a function that blocks can be had by a fix, for the ways in which people call it.
 */

import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import { USE_PROGRAMS, type UseProgram } from '../../scripts/blocking-uses.ts';
import { unfixed, unusedReplacements } from '../../scripts/unfixed-uses.ts';
import { Folder } from '../lsp/folder.ts';

/** Later releases of Node's types declare these; bench/packs.ts looks at one, and at other packages. */
const LATER = /^node:(?:crypto: argon2Sync|zlib: zstd\w+)$/;

const isDeclaredHere = ({ of }: UseProgram): boolean => isBuiltin(of.slice(0, of.indexOf(': '))) && !LATER.test(of);

describe('replacements of functions that block', function () {
  this.timeout(120_000);
  let folder: Folder;
  before(() => {
    const compilerOptions = { strict: true, target: 'es2023', module: 'nodenext', types: ['node'] };
    folder = new Folder({
      'tsconfig.json': JSON.stringify({ compilerOptions }),
      'package.json': '{ "type": "module" }',
    });
    symlinkSync(resolve('node_modules'), `${folder.path}/node_modules`, 'junction');
  });
  after(() => folder.remove());

  it('are all tried', () => {
    assert.deepEqual(unusedReplacements(), []);
  });

  it('are offered as fixes that type-check', () => {
    const programs = USE_PROGRAMS.filter(isDeclaredHere);
    assert.ok(programs.length > 200);
    assert.deepEqual(unfixed(folder.path, programs), []);
  });

  it('are missed where there is none', () => {
    const without = {
      of: 'node:fs: existsSync',
      text: "import { existsSync } from 'node:fs';\nexport const f = async () => existsSync('a');",
    };
    assert.deepEqual(unfixed(folder.path, [without]), [without]);
  });
});
