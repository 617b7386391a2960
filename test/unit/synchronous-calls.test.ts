/** What a recording tells to call in place of what blocked is what the rule tells before the program runs. */

import assert from 'node:assert/strict';
import { PACKS } from '../../server/packs/index.ts';
import { synchronousCall } from '../../trace/warnings/synchronous-call.ts';

const frame = (name: string, file: string) => ({ name, file, line: 0, character: 0 });
const OWN = frame('load', '/app/load.js');

describe('the call in the stack of a block', () => {
  it('is that of the code that can be changed, whatever Node does inside', () => {
    const stack = [frame('openSync', 'node:fs'), frame('readFileSync', 'node:fs'), OWN, frame('fs.rmSync', '')];
    assert.deepEqual(synchronousCall(stack), { name: 'fs.readFileSync', instead: 'fs.promises.readFile' });
  });

  it('is none where the code itself computes, or calls what has no counterpart', () => {
    assert.equal(synchronousCall([OWN]), undefined);
    assert.equal(synchronousCall([frame('JSON.parse', ''), OWN]), undefined);
    assert.equal(synchronousCall([]), undefined);
  });

  it('is replaced by what packs recommend', () => {
    const known = PACKS.filter(({ module }) => /^node:(?:fs|crypto|zlib|child_process)$/.test(module));
    const replaced = known.flatMap(({ module, blocking = [] }) =>
      blocking.flatMap(({ name, instead }) =>
        /^\w+Sync$/.test(name) && instead ? [{ name: `${module.slice(5)}.${name}`, instead }] : [],
      ),
    );
    assert.ok(replaced.length > 50);
    for (const { name, instead } of replaced) {
      const expected = `${instead.module.slice(5).replace('/', '.')}.${instead.name}`;
      assert.equal(synchronousCall([frame(name, ''), OWN])?.instead, expected);
    }
  });
});
