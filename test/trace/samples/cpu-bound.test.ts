// Running time share of a task.
import assert from 'node:assert/strict';
import type { Task } from '../../../trace/graph.ts';
import { mostAtOnce, storyOf } from './story.ts';

describe('the trace of cpu-bound', () => {
  it('shows who runs all the time, and who waits', async () => {
    const story = await storyOf('cpu-bound');
    const suspended = ({ awaits }: Task) => awaits.reduce((sum, { from, until }) => sum + until! - from, 0);
    const shares = ['monkWhoCopies', 'monkWhoTakesTurns', 'monkWhoOrdersPrints'].map(name => {
      const monk = story.task(name);
      return suspended(monk) / (monk.endedAt! - monk.startedAt);
    });
    assert.equal(shares[0], 0);
    assert.ok(shares[2]! > 0);
    assert.deepEqual(story.waits(story.task('monkWhoOrdersPrints')), ['timer', 'timer']);
    // Who only copies lets nobody begin before; turns make both late.
    assert.equal(mostAtOnce(story.tasks('monkWhoCopies')), 1);
    assert.equal(mostAtOnce(story.tasks('monkWhoTakesTurns')), 2);
    assert.deepEqual(story.waits(story.task('monkWhoTakesTurns')), ['value', 'value']);
  });
});
