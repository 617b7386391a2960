// The worker as a lane of its own.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of worker-thread', () => {
  it('shows the worker beside the main thread, which waits for its message', async () => {
    const story = await storyOf('worker-thread');
    assert.equal(story.graphs.length, 2);
    const [here, worker] = [story.task('thinkHere'), story.task('thinkInWorker')];
    assert.deepEqual(story.waits(here), []);
    assert.deepEqual(story.waits(worker), ['worker']);
  });
});
