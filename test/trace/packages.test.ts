/** Packages below `node_modules`: looked into where somebody asks for it. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NODES } from './nodes.ts';
import { recordWith } from './record.ts';
import { threadOf } from './threads.ts';

const FILES = {
  'main.mjs': `
    import { fetchAll } from '@acme/store';
    import { query } from 'driver';
    async function main() { await Promise.all([fetchAll(), query()]); }
    await main();
  `,
  'node_modules/@acme/store/package.json': '{ "name": "@acme/store", "type": "module", "exports": "./index.js" }',
  'node_modules/@acme/store/index.js': `
    import { read } from 'disk';
    export async function fetchAll() { return await read(); }
  `,
  'node_modules/@acme/store/node_modules/disk/package.json': '{ "name": "disk", "main": "index.js" }',
  'node_modules/@acme/store/node_modules/disk/index.js': 'exports.read = async function read() { await null; };',
  'node_modules/driver/package.json': '{ "name": "driver", "main": "index.js" }',
  'node_modules/driver/index.js': 'exports.query = async function query() { await null; };',
};

describe('packages', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-')));
    for (const [file, text] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
  });
  after(() => rm(folder, { recursive: true }));

  const seen: Record<string, [packages: readonly string[], functions: readonly string[]]> = {
    'none of them, where nobody asks': [[], ['main']],
    'those that somebody names, without what they bring along': [['@acme/store'], ['fetchAll', 'main']],
    'one that another one brings along': [['disk', 'driver'], ['main', 'query', 'read']],
    'all of them': [['*'], ['fetchAll', 'main', 'query', 'read']],
  };
  for (const node of NODES) {
    for (const [name, [packages, functions]] of Object.entries(seen)) {
      it(`are looked into: ${name}, on Node ${node.version}`, async () => {
        const { recording, stderr, code } = await recordWith({ packages }, await node.path(), join(folder, 'main.mjs'));
        assert.deepEqual([code, stderr], [0, '']);
        const { graph } = threadOf(recording.streams[0]!);
        const names = [...graph.tasks.values()]
          .map(({ site }) => graph.sites.get(site)!)
          .filter(it => it.kind === 'function');
        assert.deepEqual(names.map(it => it.name).toSorted(), functions);
      });
    }
  }
});
