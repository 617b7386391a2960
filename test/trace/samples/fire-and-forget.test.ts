// An edge of who started it, without an edge of who awaits it.
import assert from 'node:assert/strict';
import { outcomes, storyOf } from './story.ts';

describe('the trace of fire-and-forget', () => {
  it('shows tasks that are started and not awaited, and that some have a handler', async () => {
    const story = await storyOf('fire-and-forget');
    const counts = story.tasks('count');
    assert.deepEqual(counts.map(it => story.starter(it)), ['module', 'module', 'module', 'module']);
    assert.deepEqual(counts.map(it => story.consumers(it)), [0, 0, 1, 1]);
    assert.deepEqual(outcomes(counts), ['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    assert.ok(!story.waits(story.task('module')).includes('count'));
    assert.deepEqual(story.warnings(), ['never-awaited main.ts:16', 'unhandled-rejection main.ts:16']);
  });
});
