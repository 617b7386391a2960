// State, age, awaited line.
import assert from 'node:assert/strict';
import { storyOf } from './story.ts';

describe('the trace of running-now', () => {
  it('shows at any time who is alive, and in which line', async () => {
    const story = await storyOf('running-now');
    const repairs = ['cuckooClock', 'pocketWatch', 'towerClock'].map(name => story.task(name));
    const linesAt = (moment: number) =>
      repairs.map(({ endedAt, awaits }) => {
        const at = awaits.find(it => it.from <= moment && it.until! > moment);
        return endedAt! <= moment || at === undefined ? undefined : story.graph.sites.get(at.site)!.line + 1;
      });
    const [cuckoo, pocket] = repairs;
    assert.deepEqual(linesAt(cuckoo!.awaits[0]!.until! - 1), [35, 40, 46]);
    assert.deepEqual(linesAt(pocket!.awaits[0]!.until! - 1), [undefined, 40, 48]);
    assert.deepEqual(linesAt(pocket!.endedAt!), [undefined, undefined, 48]);
  });
});
