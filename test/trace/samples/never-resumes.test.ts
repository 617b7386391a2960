// An await that never resumes.
import assert from 'node:assert/strict';
import { suspendedTasks } from '../../../trace/suspended.ts';
import { nameOf } from '../describe.ts';
import { storyOf } from './story.ts';

describe('the trace of never-resumes', () => {
  it('shows who waits for ever, and who waits for her', async () => {
    const story = await storyOf('never-resumes');
    assert.deepEqual(story.warnings(), ['suspended-at-exit main.ts:16']);
    const waiting = [...suspendedTasks(story.graph).values()];
    assert.deepEqual(
      waiting.map(({ task, waitsFor }) => [
        nameOf(story.graph, task),
        waitsFor.map(it => nameOf(story.graph, it.task)),
      ]),
      [
        ['season', ['harbourMaster']],
        ['harbourMaster', ['penelope']],
        ['penelope', []],
      ],
    );
  });
});
