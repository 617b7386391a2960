// A task, its runs and suspensions.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of coroutine', () => {
  it('shows that the call runs up to the first await, and the caller goes on meanwhile', async () => {
    const story = await storyOf('coroutine');
    const [boil, main] = [story.task('boil'), story.task('module')];
    assert.equal(story.starter(boil), 'module');
    assert.deepEqual(story.waits(boil), ['timer']);
    assert.deepEqual(story.waits(main), ['boil']);
    // The table is laid, and only then the breakfast awaited.
    assert.ok(boil.awaits[0]!.from <= main.awaits[0]!.from);
    assert.ok(boil.endedAt! <= main.awaits[0]!.until!);
  });
});
