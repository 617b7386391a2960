import assert from 'node:assert/strict';
import { joined } from '../../server/lint/joined-findings.ts';
import type { Finding, Severity } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';

const TEXT = 'save(1);\nhash(2);\n';
const LINES = new LineMap(TEXT);

/** A finding about the first text of its kind. */
function finding(rule: string, severity: Severity, text: string, message = rule): Finding {
  const at = TEXT.indexOf(text);
  const span = LINES.span('/app/main.ts', at, at + text.length);
  return { rule, severity, message, span, related: [{ span, message: `why ${rule}` }], fixes: [] };
}

describe('findings and what a run warns of', () => {
  const floating = finding('no-floating-promises', 'warn', 'save(1)');
  const unhandled = finding('unhandled-rejection', 'error', 'save(1)', 'Nobody handles a rejection.');
  const neverAwaited = finding('never-awaited', 'warn', 'save(1)');

  const shown = (all: readonly Finding[]) =>
    all.map(({ rule, severity, related }) => [rule, severity, ...related.map(it => it.message)]);

  it('are one where they are about one mistake: that of the rule, as bad as the worst', () => {
    assert.deepEqual(shown(joined([floating], [unhandled, neverAwaited])), [
      [
        'no-floating-promises',
        'error',
        'why no-floating-promises',
        'In the last run (unhandled-rejection): Nobody handles a rejection.',
        'why unhandled-rejection',
        'In the last run (never-awaited): never-awaited',
        'why never-awaited',
      ],
    ]);
  });

  it('are one without a rule, too: the first stays', () => {
    const [only, ...others] = joined([], [unhandled, neverAwaited]);
    assert.deepEqual([only!.rule, only!.severity, others], ['unhandled-rejection', 'error', []]);
  });

  it('are told one by one where they are about different mistakes, or places', () => {
    const thenable = finding('await-thenable', 'warn', 'save(1)');
    const elsewhere = finding('no-floating-promises', 'warn', 'hash(2)');
    const blocked = finding('event-loop-block', 'warn', 'hash(2)');
    assert.deepEqual(
      joined([thenable, elsewhere], [neverAwaited, blocked]).map(({ rule }) => rule),
      ['await-thenable', 'no-floating-promises', 'never-awaited', 'event-loop-block'],
    );
  });
});
