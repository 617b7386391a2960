// Who aborted whom.
import assert from 'node:assert/strict';
import { outcomes, storyOf } from './story.ts';

describe('the trace of cancellation', () => {
  it('shows that the next search ended the one before', async () => {
    const story = await storyOf('cancellation');
    assert.deepEqual(outcomes(story.tasks('ForgetfulScreen.search')), ['fulfilled', 'fulfilled']);
    const [first, second] = story.tasks('TidyScreen.search');
    assert.deepEqual(outcomes([first!, second!]), ['rejected', 'fulfilled']);
    // Promises that the first one's librarian made were settled by the code of the second search.
    const aborted = story.task('librarian', first);
    assert.equal(aborted.outcome, 'rejected');
    const settled = [...story.graph.promises.values()].filter(({ settledBy }) => settledBy === second!.id);
    assert.ok(settled.some(({ context }) => context === aborted.id));
  });
});
