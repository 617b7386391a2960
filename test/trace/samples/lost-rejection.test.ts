// The site, the rejection's three links.
import assert from 'node:assert/strict';
import { linksOf } from '../../../trace/rejections.ts';
import { nameOf } from '../describe.ts';
import { storyOf } from './story.ts';

describe('the trace of lost-rejection', () => {
  it('shows who created the promise, who rejected it, and who should have handled it', async () => {
    const story = await storyOf('lost-rejection');
    const unhandled = [...story.graph.promises.values()].find(it => it.unhandled)!;
    const { creator, rejecter, handler } = linksOf(story.graph, unhandled);
    assert.deepEqual(
      [creator, rejecter, handler].map(it => nameOf(story.graph, it!)),
      ['module', 'weather', 'module'],
    );
    assert.equal(story.graph.sites.get(unhandled.discardedAt)?.line, 26);
    assert.deepEqual(story.warnings(), ['unhandled-rejection main.ts:27']);
  });
});
