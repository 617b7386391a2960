import assert from 'node:assert/strict';
import { LineMap } from '../../shared/line-map.ts';
import { startsComment } from '../../server/lint/comment-position.ts';
import { Suppressions } from '../../server/lint/suppressions.ts';
import { unusedSuppressions } from '../../server/lint/unused-suppressions.ts';
import { parsing } from './parsed.ts';
import { BLOCKING, FLOATING, SAMPLE_RULES } from './sample-rules.ts';

const FILE = '/virtual/a.tsx';

describe('unused suppressions', () => {
  const parse = parsing();

  /** What is reported when `f()` is a floating promise and `g()` blocks, and the text after the fixes. */
  function unused(text: string): { messages: string[]; fixed: string } {
    const suppressions = new Suppressions(text, offset => startsComment(parse(text), offset));
    const lines = new LineMap(text);
    for (const { 0: call, index } of text.matchAll(/[fg]\(\)/g)) {
      suppressions.suppresses(call === 'f()' ? FLOATING : BLOCKING, lines.span(FILE, index, index + 3));
    }
    const findings = unusedSuppressions(FILE, text, suppressions, SAMPLE_RULES, 'warn');
    const edits = findings.flatMap(finding => finding.fixes.flatMap(fix => fix.edits)).reverse();
    const fixed = edits.reduce(
      (now, { span, text: by }) => now.slice(0, span.start.offset) + by + now.slice(span.end.offset),
      text,
    );
    return { messages: findings.map(finding => finding.message), fixed };
  }

  it('are removed with their line', () => {
    assert.deepEqual(unused('  // asynclens-disable-next-line no-floating-promises\n  h();\n'), {
      messages: ['This comment silences nothing of `no-floating-promises`: nothing is found here. Remove it.'],
      fixed: '  h();\n',
    });
    assert.equal(
      unused('const x = <p>\n  {/* asynclens-disable-next-line */}\n  {h()}\n</p>;').fixed,
      'const x = <p>\n  {h()}\n</p>;',
    );
  });

  it('are none where a run-time warning is named, which only a recording tells of', () => {
    assert.deepEqual(unused('// asynclens-disable-next-line never-resumes -- on purpose\nh();\n').messages, []);
    assert.equal(
      unused('// asynclens-disable-next-line never-resumes, no-floating-promises\nh();\n').fixed,
      '// asynclens-disable-next-line never-resumes\nh();\n',
    );
  });

  it('are removed alone where code shares their line', () => {
    assert.equal(unused('h(); // asynclens-disable-line\ni();').fixed, 'h();\ni();');
    assert.equal(unused('/* asynclens-disable-next-line */ h();').fixed, 'h();');
    assert.equal(unused('h(); /* asynclens-disable-line */ h();').fixed, 'h(); h();');
  });

  it('lose only the rules that find nothing', () => {
    assert.deepEqual(unused('f(); // asynclens-disable-line no-floating-promises, no-blocking-call -- both'), {
      messages: ['This comment silences nothing of `no-blocking-call`: nothing is found here. Remove it.'],
      fixed: 'f(); // asynclens-disable-line no-floating-promises -- both',
    });
  });

  it('may name a rule that does not exist', () => {
    assert.deepEqual(unused('f(); // asynclens-disable-line no-floating-promise').messages, [
      'There is no rule "no-floating-promise". Did you mean "no-floating-promises"?',
    ]);
  });

  it('are none where each silences something', () => {
    const text =
      '/* asynclens-disable no-floating-promises */\nf();\n/* asynclens-enable */\n' +
      '// asynclens-disable-next-line\ng();';
    assert.deepEqual(unused(text), { messages: [], fixed: text });
  });

  it('of other tools are none of our business', () => {
    assert.deepEqual(unused('h(); // eslint-disable-line @typescript-eslint/no-floating-promises').messages, []);
  });
});
