// Waiters released by the setter.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of event', () => {
  it('shows who released the waiters, and who asked in vain', async () => {
    const story = await storyOf('event');
    const [early, late] = story.tasks('reporter');
    assert.deepEqual(story.waits(story.task('runnerWhoAwaits', early)), ['settled by referee']);
    assert.deepEqual(story.waits(story.task('runnerWhoListens', early)), ['settled by referee']);
    assert.ok(story.task('runnerWhoAsks', early).awaits.length > 1);
    // Too late for the shot, she listens until the race is over.
    const end = story.task('referee').awaits[1]!.until!;
    assert.ok(story.task('runnerWhoListens', late).endedAt! >= end);
    assert.ok(story.task('runnerWhoAwaits', late).endedAt! < end);
  });
});
