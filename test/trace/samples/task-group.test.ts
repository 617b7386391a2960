// Parent and children, cancellation.
import assert from 'node:assert/strict';
import { endOf, outcomes, storyOf } from './story.ts';

describe('the trace of task-group', () => {
  it('shows that the group ends its children, and outlives them', async () => {
    const story = await storyOf('task-group');
    const [all, group] = [story.task('withPromiseAll'), story.task('withTaskGroup')];
    const [played, stopped] = [story.tasks('musician', all), story.tasks('musician', group)];
    assert.deepEqual(outcomes(played), ['fulfilled', 'rejected', 'fulfilled']);
    assert.deepEqual(outcomes(stopped), ['rejected', 'rejected', 'rejected']);
    assert.deepEqual(played.map(it => endOf(it) > endOf(all)), [true, false, true]);
    assert.deepEqual(stopped.map(it => endOf(it) > endOf(group)), [false, false, false]);
  });
});
