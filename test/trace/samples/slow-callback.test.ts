// Block, duration, stack.
import assert from 'node:assert/strict';
import { TICKS_PER_MS } from '../../../shared/trace/events.ts';
import { endOf, storyOf } from './story.ts';

describe('the trace of slow-callback', () => {
  it('shows whether the customer has to wait until the stamps are counted', async () => {
    const story = await storyOf('slow-callback');
    const customers = story.tasks('customer');
    const servedFirst = ['clerkWhoCounts', 'clerkWhoLooksUp'].map(
      (clerk, at) => endOf(customers[at]!) < endOf(story.task(clerk)),
    );
    assert.deepEqual(servedFirst, [false, true]);
    const block = story.graph.blocks.find(({ stack }) => stack.some(({ name }) => name === 'clerkWhoCounts'));
    assert.ok(block!.until - block!.from >= 150 * TICKS_PER_MS);
  });
});
