// The scope's span.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of async-resource', () => {
  it('shows whether the book is given back after it was read', async () => {
    const story = await storyOf('async-resource');
    const reads = story.tasks('Book.read');
    const returns = story.tasks('Book.giveBack');
    assert.deepEqual(
      reads.map((read, at) => returns[at]!.startedAt >= read.endedAt!),
      [false, true, true],
    );
    // The scope ends only when the book is back.
    const reader = story.task('readWithUsing');
    const [dispose] = story.tasks('Book.[Symbol.asyncDispose]');
    assert.equal(story.starter(dispose!), 'readWithUsing');
    assert.ok(dispose!.endedAt! <= reader.endedAt!);
  });
});
