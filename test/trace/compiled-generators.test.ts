/** What TypeScript makes of async functions and generators for older engines: the same tasks, and the same awaits. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { link } from '../../trace/link.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { record } from './record.ts';

const SOURCE = `
async function load(n: number) {
  await null;
  return n;
}
async function* numbers() {
  yield 1;
  const two = await load(2);
  yield two;
}
class Store {
  async *all() {
    try {
      yield* numbers();
    } finally {
      await load(3);
    }
  }
}
async function main() {
  for await (const it of new Store().all()) {
    await it;
  }
  for await (const it of [load(4)]) {
    if (it) break;
  }
  for await (const it of numbers()) {
    await it;
    break;
  }
}
void main();
`;

const TRUTH = [
  'main: by program (awaited by nobody)',
  '  21 → settled by Store.all',
  '  22 → value',
  '  21 → settled by Store.all',
  '  22 → value',
  '  21 → settled by Store.all',
  '  24 → load',
  '  27 → settled by numbers',
  '  28 → value',
  '  27 → settled by numbers',
  'Store.all: by main',
  '  14 → settled by numbers',
  '  14 → settled by numbers',
  '  14 → settled by numbers',
  '  16 → load',
  'numbers: by Store.all',
  '  7 → value',
  '  8 → load',
  '  9 → value',
  'load: by numbers',
  '  3 → value',
  'load: by Store.all',
  '  3 → value',
  'load: by main',
  '  3 → value',
  'numbers: by main',
  '  7 → value',
];

/**
 * What `yield*` ends with is awaited by compiled code, and only there. The end of a loop, where its iterator is told
 * so, has no place of its own in source maps: it counts to the line above.
 */
const asCompiled = TRUTH.toSpliced(9, 1, '  30 → settled by numbers').toSpliced(14, 0, '  14 → value');

describe('compiled async generators', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));
  const tsc = resolve('node_modules/typescript/bin/tsc');

  for (const target of ['es2015', 'es2017', 'es2022']) {
    for (const node of NODES) {
      it(`are recorded as they were written, of target ${target} on Node ${node.version}`, async () => {
        const app = join(folder, 'app.ts');
        writeFileSync(app, SOURCE);
        const out = join(folder, target);
        const options = ['--target', target, '--lib', 'es2022', '--types', '', '--module', 'commonjs', '--sourceMap'];
        execFileSync(process.execPath, [tsc, '--ignoreConfig', ...options, '--outDir', out, app]);
        const { recording, stderr } = await record(await node.path(), join(out, 'app.js'));
        assert.equal(stderr, '');
        const found = describeGraph(link(recording.streams[0]!), 'app.ts');
        assert.deepEqual(found, target === 'es2022' ? TRUTH : asCompiled);
      });
    }
  }
});
