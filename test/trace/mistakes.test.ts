import assert from 'node:assert/strict';
import type { WarningName } from '../../shared/recorded-warning.ts';
import type { Warning } from '../../trace/warnings/gather.ts';
import { mistakesIn } from '../../trace/warnings/mistakes.ts';

/** A warning about a line. */
const warning = (name: WarningName, line: number | undefined): Warning => ({
  ...{ name, severity: 'warn', message: name, advice: '', count: 1, duration: 0, thread: 0, evidence: [] },
  site: line === undefined ? undefined : { file: '/app/main.ts', line, character: 2, name: '' },
});

/** `line worst (others)` */
const shown = (...warnings: Warning[]): string[] =>
  mistakesIn(warnings).map(({ site, name, also }) => `${site?.line} ${name} (${also.map(it => it.name).join()})`);

describe('warnings about one mistake', () => {
  it('are one, told by the worst', () => {
    assert.deepEqual(
      shown(warning('unhandled-rejection', 5), warning('event-loop-block', 5), warning('never-awaited', 5)),
      ['5 unhandled-rejection (never-awaited)', '5 event-loop-block ()'],
    );
  });

  it('stand at one place that is known', () => {
    const elsewhere = [warning('unhandled-rejection', 5), warning('never-awaited', 6)];
    assert.deepEqual(shown(...elsewhere), ['5 unhandled-rejection ()', '6 never-awaited ()']);
    const nowhere = [warning('unhandled-rejection', undefined), warning('never-awaited', undefined)];
    assert.deepEqual(shown(...nowhere), ['undefined unhandled-rejection ()', 'undefined never-awaited ()']);
  });
});
