// Each step of the iterator.
import assert from 'node:assert/strict';
import { waitersIn } from '../../../trace/waiters.ts';
import { storyOf } from './story.ts';

describe('the trace of async-iteration', () => {
  it('shows each box that is opened, and the archive that stays open', async () => {
    const story = await storyOf('async-iteration');
    const boxes = story.tasks('archive').map(it => story.waits(it).filter(what => what === 'timer').length);
    assert.deepEqual(boxes, [3, 2, 2]);
    assert.deepEqual(story.tasks('archive').map(it => it.endedAt !== undefined), [true, true, false]);
    // Each paper is a step that the archive hands over; after the last one comes the end.
    const steps = story.waits(story.task('readAllFirst'));
    assert.deepEqual(steps, Array.from({ length: 7 }, () => 'settled by archive'));
    const { tasks, awaits } = story.graph.tables;
    const waiters = waitersIn(story.graph).awaitsOf(tasks.find(story.tasks('archive')[0]!.id));
    const reader = tasks.find(story.task('readAllFirst').id);
    assert.deepEqual(waiters.map(it => awaits.task[it]), steps.map(() => reader));
  });
});
