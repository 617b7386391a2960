// The critical path, and what could overlap.
import assert from 'node:assert/strict';
import { criticalPath } from '../../../trace/critical-path.ts';
import { overlapsOn } from '../../../trace/path-in-words.ts';
import { mostAtOnce, storyOf, type Story } from './story.ts';

describe('the trace of sequential-vs-gather', () => {
  let story: Story;
  before(async () => void (story = await storyOf('sequential-vs-gather')));

  it('shows one page at a time, or all at once', () => {
    assert.equal(mostAtOnce(story.tasks('load', story.task('oneAfterTheOther'))), 1);
    assert.equal(mostAtOnce(story.tasks('load', story.task('allAtOnce'))), 3);
  });

  it('shows what could overlap, and what is not awaited', () => {
    assert.deepEqual(story.warnings({ 'sequential-awaits': 100 }), [
      'never-awaited main.ts:9',
      'sequential-awaits main.ts:19',
    ]);
    const path = criticalPath(story.graph, story.task('oneAfterTheOther').id);
    assert.match(overlapsOn(story.graph, path)[0]!, /^3 awaits in a row at `load\(page\)` could overlap: /);
  });
});
