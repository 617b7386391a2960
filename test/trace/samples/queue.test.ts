// Hand-over edges.
import assert from 'node:assert/strict';
import { mostAtOnce, storyOf } from './story.ts';

describe('the trace of queue', () => {
  it('shows what is handed over, and the loaves that nobody waits for', async () => {
    const story = await storyOf('queue');
    const [hasty, calm] = ['Bakery.bakerInHaste', 'Bakery.baker'].map(name => story.tasks(name));
    const inArms = (bakers: typeof hasty) => mostAtOnce(bakers!.flatMap(it => story.tasks('Bakery.#shelve', it)));
    assert.ok(inArms(hasty) > 2);
    assert.equal(inArms(calm), 2);
    // Who waits for a loaf is released by who brings one, and the other way round.
    const iterators = story.tasks('Queue.[Symbol.asyncIterator]').flatMap(it => story.waits(it));
    const puts = story.tasks('Queue.put').flatMap(it => story.waits(it));
    assert.ok(iterators.includes('settled by Queue.put'));
    assert.deepEqual(new Set(puts), new Set(['settled by Queue.[Symbol.asyncIterator]']));
    assert.deepEqual(story.warnings(), ['never-awaited main.ts:23']);
  });
});
