// Members, each with its outcome.
import assert from 'node:assert/strict';
import { outcomes, storyOf } from './story.ts';

describe('the trace of all-settled', () => {
  it('shows each member with its outcome', async () => {
    const story = await storyOf('all-settled');
    for (const host of ['anxiousHost', 'carelessHost', 'goodHost']) {
      const invitations = story.tasks('invite', story.task(host));
      assert.deepEqual(outcomes(invitations), ['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    }
    assert.deepEqual(story.waits(story.task('goodHost')), ['[invite, invite, invite, invite]']);
    assert.deepEqual(story.warnings(), []);
  });
});
