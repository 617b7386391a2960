// A task that nobody awaits.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of forgotten-await', () => {
  it('shows the call whose promise is lost, when it is fulfilled and when it is rejected', async () => {
    const story = await storyOf('forgotten-await');
    assert.deepEqual(story.warnings(), ['never-awaited main.ts:5', 'unhandled-rejection main.ts:5']);
    const [hasty] = story.tasks('sellInHaste');
    const [careful] = story.tasks('sellWithCare');
    assert.equal(story.consumers(story.task('Ledger.save', hasty)), 0);
    assert.equal(story.consumers(story.task('Ledger.save', careful)), 1);
  });
});
