// Tests of a bakery that are green whatever is in the oven.
import assert from 'node:assert';
import { describe, it } from 'node:test';

interface Bread {
  readonly name: string;
}

declare function bake(name: string): Promise<Bread>;
declare function bakeAtOnce(name: string): Bread;
declare const known: Promise<Bread>;

async function burn(): Promise<void> {
  throw new Error('Burnt');
}

function checkThenBake(name: string): Promise<Bread> {
  if (name === '') throw new Error('No name');
  return bake(name);
}

describe('the bakery', () => {
  it('compares values', async () => {
    assert.equal(bake('rye'), 'rye');
    assert.notDeepStrictEqual(bake('rye'), { name: 'rye' });
    //                        ^^^^^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
    assert.deepStrictEqual(await bake('rye'), { name: 'rye' });
    assert.strictEqual(known, known);
    assert.strictEqual(bakeAtOnce('rye').name, 'rye');
  });

  it('fails', async () => {
    assert.throws(async () => {
    //            ^^^^^^^^^^^^^... error: An async function never throws, its promise rejects: this assertion does not see it.
      await burn();
    });
    assert.throws(() => burn(), /Burnt/);
    //            ^^^^^^^^^^^^ error: An async function never throws, its promise rejects: this assertion does not see it.
    assert.doesNotThrow(burn);
    //                  ^^^^ error: An async function never throws, its promise rejects: this assertion does not see it.
    assert.throws(() => checkThenBake(''));
    assert.throws(() => bakeAtOnce(''));
    await assert.rejects(async () => burn());
  });
});
