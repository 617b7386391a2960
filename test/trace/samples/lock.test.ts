// Who holds, who waits.
import assert from 'node:assert/strict';
import { mostAtOnce, storyOf } from './story.ts';

describe('the trace of lock', () => {
  it('shows one sister at a time with a lock, and all of them without', async () => {
    const story = await storyOf('lock');
    const feeds = story.tasks('PiggyBank.feed');
    assert.equal(mostAtOnce(feeds.slice(0, 3)), 3);
    assert.equal(mostAtOnce(feeds.slice(3)), 1);
    // All of them asked for the lock at once: the others waited for those before.
    const [locked] = story.tasks('withLock');
    assert.deepEqual(story.waits(locked!), ['[PiggyBank.feed, PiggyBank.feed, PiggyBank.feed]']);
  });
});
