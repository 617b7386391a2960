/** Each sample's story is told by its recording, too. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';

describe('the samples', () => {
  it('have a test of their recordings each', () => {
    const samples = readdirSync('samples').filter(name => existsSync(`samples/${name}/main.ts`));
    const tests = readdirSync('test/trace/samples').filter(name => name.endsWith('.test.ts'));
    assert.deepEqual(tests.map(name => name.replace('.test.ts', '')).sort(), samples.sort());
  });
});
