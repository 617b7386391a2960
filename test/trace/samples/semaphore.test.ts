// Lanes in use, the queue.
import assert from 'node:assert/strict';
import { mostAtOnce, storyOf } from './story.ts';

describe('the trace of semaphore', () => {
  it('shows three lanes in use at most, and who waits in line', async () => {
    const story = await storyOf('semaphore');
    const swims = story.tasks('Pool.swim');
    assert.equal(mostAtOnce(swims.slice(0, 8)), 8);
    assert.equal(mostAtOnce(swims.slice(8)), 3);
    assert.equal(mostAtOnce(story.tasks('Semaphore.run')), 8);
    const entries = story.tasks('Semaphore.#enter');
    assert.equal(entries.filter(it => story.waits(it)[0] === 'settled by Semaphore.run').length, 5);
  });
});
