// The winner, and the losers still running.
import assert from 'node:assert/strict';
import { endOf, outcomes, storyOf } from './story.ts';

describe('the trace of first-completed', () => {
  it('shows the winner, and the losers still on their way', async () => {
    const story = await storyOf('first-completed');
    const calls = story.tasks('call');
    const stillRunning = (way: string, started: number) =>
      calls.slice(started, started + 3).map(call => endOf(call) > story.task(way).endedAt!);
    // In the order of the calls: cosy, express, swift.
    assert.deepEqual(outcomes(calls.slice(0, 3)), ['fulfilled', 'rejected', 'fulfilled']);
    assert.deepEqual(stillRunning('firstAnswer', 0), [true, false, true]);
    assert.deepEqual(stillRunning('firstCar', 3), [true, false, false]);
    assert.deepEqual(stillRunning('everyAnswer', 6), [false, false, false]);
  });
});
