import assert from 'node:assert/strict';
import { lensTitle, note } from '../../client/annotations/words.ts';
import type { TracedSite } from '../../shared/panel/code.ts';

const SITE: TracedSite = {
  ...{ site: 'a', kind: 'await', file: '/app/main.ts', line: 0, character: 0, end: 5, name: 'load()', function: 'f' },
  ...{ count: 3, rejected: 0, unhandled: 0, reasons: [], pending: 0, pendingSince: undefined, durations: undefined },
  ...{ running: 0, ready: 0, suspended: 0, heat: 0, isOver: true, story: [] },
};

describe('what a run says in the code', () => {
  it('tells how often, how long, and what came of it', () => {
    const durations = { median: 12, p95: 80, most: 90 };
    assert.equal(
      note({ ...SITE, durations, rejected: 2, unhandled: 1 }),
      '3× · p50 12 ms · p95 80 ms · 2 rejected (1 unhandled)',
    );
    assert.equal(
      lensTitle({ ...SITE, kind: 'function', durations, running: 5 }),
      '3 calls · p50 12 ms · p95 80 ms · ran 5.0 ms',
    );
  });

  it('tells what never came to its end, and since when', () => {
    const stuck = { ...SITE, pending: 1, pendingSince: 120 };
    assert.equal(note(stuck), '3× · 1 never went on (since 120 ms)');
    assert.equal(note({ ...stuck, pending: 2 }), '3× · 2 never went on (the first since 120 ms)');
    assert.equal(note({ ...stuck, kind: 'discard', pendingSince: undefined }), 'dropped 3× · 1 never settled');
    assert.equal(lensTitle({ ...stuck, kind: 'function' }), '3 calls · 1 never ended (since 120 ms)');
  });

  it('does not say never while the program runs', () => {
    const waiting = { ...SITE, pending: 1, pendingSince: 1200, isOver: false };
    assert.equal(note(waiting), '3× · 1 still waiting (since 1.2 s)');
    assert.equal(note({ ...waiting, kind: 'discard' }), 'dropped 3× · 1 not settled (since 1.2 s)');
    assert.equal(lensTitle({ ...waiting, kind: 'function' }), '3 calls · 1 not finished (since 1.2 s)');
  });
});
