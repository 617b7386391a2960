// options: {}
/// <reference path="libraries.d.ts" />
import { it } from 'mocha';

declare function bake(name: string): Promise<void>;
declare function each(names: readonly string[], work: (name: string) => Promise<void>): Promise<void>;

it('is over twice', async done => {
//                        ^^^^ error: This test says twice when it is over, by a callback and by a promise: runners refuse that, or miss the errors of one of them.
  await bake('rye');
  done();
});

it('has a callback for nothing', async done => {
//                                     ^^^^ error: This test says twice when it is over, by a callback and by a promise: runners refuse that, or miss the errors of one of them.
  await bake('rye');
});

it('has a callback for nothing', async function (done) {
//                                               ^^^^ error: This test says twice when it is over, by a callback and by a promise: runners refuse that, or miss the errors of one of them.
  await bake('rye');
});

it('has a callback', done => {
  bake('rye').then(() => done(), done);
});

it('takes its time', async function () {
  this.timeout(1000);
  await each(['rye', 'wheat'], async name => {
    await bake(name);
  });
});
