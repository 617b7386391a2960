// A loop block.
import assert from 'node:assert/strict';
import { endOf, storyOf } from './story.ts';

describe('the trace of blocking-the-loop', () => {
  it('shows that the ship gets its answer after what blocks, and before what only waits', async () => {
    const story = await storyOf('blocking-the-loop');
    const radios = story.tasks('radio');
    const answersFirst = (chore: string, at: number) => endOf(radios[at]!) < endOf(story.task(chore));
    assert.equal(answersFirst('stareAtKettle', 2), false);
    assert.equal(answersFirst('waitForWhistle', 3), true);
    assert.deepEqual(story.waits(story.task('stareAtKettle')), []);
    assert.deepEqual(story.waits(story.task('waitForWhistle')), ['timer']);
  });
});
