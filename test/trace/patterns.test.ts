/**
 * Programs whose tasks are known: each ends with what its graph has to be, as comments.
 * `UPDATE=1` writes what it is now: read the difference.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { link } from '../../trace/link.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { PATTERNS, patternsFor } from './pattern-files.ts';
import { record } from './record.ts';

const TRUTH = /^\/\/ .*\n/gm;

const withoutTruth = (source: string): string => source.replaceAll(TRUTH, '');
const truthOf = (source: string): string[] => Array.from(source.matchAll(TRUTH), ([line]) => line.slice(3, -1));

/** Where resources are not recorded, it is not known what came of a timer, a file, … */
const withoutResources = (line: string): string =>
  line.replace(/\b(?:timer|immediate|tick|microtask|fs|net|dns|crypto)\b/, 'unknown');

for (const node of NODES) {
  describe(`the graph on Node ${node.version}`, () => {
    for (const name of patternsFor(node)) {
      it(`is true for ${name}`, async () => {
        const path = join(PATTERNS, name);
        const { recording, stderr } = await record(await node.path(), path);
        assert.equal(stderr, '');
        assert.deepEqual(recording.damages, []);
        const found = describeGraph(link(recording.streams[0]!), name);
        const source = readFileSync(path, 'utf8');
        if (process.env['UPDATE'])
          writeFileSync(path, withoutTruth(source) + found.map(line => `// ${line}\n`).join(''));
        else assert.deepEqual(found, node.isModern ? truthOf(source) : truthOf(source).map(withoutResources));
      });
    }
  });
}
