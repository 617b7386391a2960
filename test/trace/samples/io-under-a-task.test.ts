// I/O under its task.
import assert from 'node:assert/strict';
import { mostAtOnce, storyOf } from './story.ts';

describe('the trace of io-under-a-task', () => {
  it('shows network and files under the reporter who waits for them', async () => {
    const story = await storyOf('io-under-a-task');
    const reporters = story.tasks('reporter');
    assert.equal(reporters.length, 3);
    for (const reporter of reporters) {
      assert.deepEqual(story.waits(story.task('askStation', reporter))[0], 'net');
      assert.deepEqual(story.waits(story.task('printPage', reporter)), ['fs', 'fs']);
    }
    assert.equal(mostAtOnce(story.tasks('askStation')), 3);
  });
});
