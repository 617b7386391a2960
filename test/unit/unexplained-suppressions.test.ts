import assert from 'node:assert/strict';
import { startsComment } from '../../server/lint/comment-position.ts';
import { suppressionComments } from '../../server/lint/suppression-comments.ts';
import { unexplainedSuppressions } from '../../server/lint/unexplained-suppressions.ts';
import { parsing } from './parsed.ts';

const FILE = '/virtual/a.tsx';

describe('unexplained suppressions', () => {
  const parse = parsing();

  /** The comments of `text` that are reported. */
  function unexplained(text: string): string[] {
    const comments = suppressionComments(text, offset => startsComment(parse(text), offset));
    const findings = unexplainedSuppressions(FILE, text, comments, 'warn');
    return findings.map(({ span }) => text.slice(span.start.offset, span.end.offset));
  }

  it('say nothing behind their rules', () => {
    const comment = '// asynclens-disable-next-line no-floating-promises';
    assert.deepEqual(unexplained(`${comment}\nf();`), [comment]);
    assert.deepEqual(unexplained(`${comment} --\nf();`), [`${comment} --`]);
    assert.deepEqual(unexplained('/* asynclens-disable */\nf();'), ['/* asynclens-disable */']);
  });

  it('may still have the words that a quick fix put there', () => {
    const comment = '// asynclens-disable-line no-floating-promises -- TODO: say why';
    assert.deepEqual(unexplained(`f(); ${comment}`), [comment]);
  });

  it('are none where a reason is given', () => {
    assert.deepEqual(unexplained('// asynclens-disable-next-line no-floating-promises -- never rejects\nf();'), []);
    assert.deepEqual(unexplained('const x = <p>{/* asynclens-disable-line -- a demo */}</p>;'), []);
  });

  it('are none where a rule is switched on again, or the comment is another tool’s', () => {
    assert.deepEqual(unexplained('/* asynclens-enable no-floating-promises */\nf();'), []);
    assert.deepEqual(unexplained('// eslint-disable-next-line no-floating-promises\nf();'), []);
  });
});
