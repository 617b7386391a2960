// The abort as the cause of the end.
import assert from 'node:assert/strict';
import { TICKS_PER_MS } from '../../../shared/trace/events.ts';
import { endOf, outcomes, storyOf } from './story.ts';

describe('the trace of timeout', () => {
  it('shows that a race leaves the kitchen at work and the timer running, and a signal ends it', async () => {
    const story = await storyOf('timeout');
    const kitchens = story.tasks('kitchen');
    assert.deepEqual(outcomes(kitchens), ['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    const orders = [...story.tasks('raceWithTimer'), ...story.tasks('signalWithTimeout')];
    assert.deepEqual(kitchens.map((it, at) => endOf(it) > endOf(orders[at]!)), [false, true, false, false]);
    // The first of two steps was cut short by the signal.
    assert.equal(kitchens[3]!.awaits.length, 2);
    assert.deepEqual(story.warnings({ 'leaked-race-timer': 1 / TICKS_PER_MS }), ['leaked-race-timer main.ts:15']);
  });
});
