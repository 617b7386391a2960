// Block, stack.
import assert from 'node:assert/strict';
import type { Graph } from '../../../trace/graph.ts';
import { endOf, storyOf } from './story.ts';

const blocksOfTheClerk = ({ blocks }: Graph) =>
  blocks.filter(({ stack }) => stack.some(({ name }) => name === 'clerkWhoCounts'));

describe('the trace of slow-callback', () => {
  it('shows whether the customer has to wait until the stamps are counted', async () => {
    const story = await storyOf('slow-callback', graph => blocksOfTheClerk(graph).length > 0);
    const customers = story.tasks('customer');
    const servedFirst = ['clerkWhoCounts', 'clerkWhoLooksUp'].map(
      (clerk, at) => endOf(customers[at]!) < endOf(story.task(clerk)),
    );
    assert.deepEqual(servedFirst, [false, true]);
    assert.equal(blocksOfTheClerk(story.graph).length, 1);
  });
});
