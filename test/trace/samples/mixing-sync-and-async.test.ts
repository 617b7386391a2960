// Who cannot wait.
import assert from 'node:assert/strict';
import { endOf, storyOf } from './story.ts';

describe('the trace of mixing-sync-and-async', () => {
  it('shows that only the last one waits for the archive', async () => {
    const story = await storyOf('mixing-sync-and-async');
    const [customer, clerk] = [story.task('customer'), story.task('clerk')];
    const asked = story.tasks('archive');
    assert.deepEqual(asked.map(it => story.starter(it)), ['customer', 'customer', 'clerk']);
    assert.deepEqual(story.waits(customer), ['clerk']);
    assert.deepEqual(story.waits(clerk), ['archive']);
    // While the second clerk stood still, nothing came down the stairs.
    assert.ok(asked.slice(0, 2).every(it => endOf(it) > clerk.startedAt));
  });
});
