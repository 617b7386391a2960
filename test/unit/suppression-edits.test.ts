import assert from 'node:assert/strict';
import type { Edit } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import { disableForFile, disableForLine } from '../../server/lint/suppression-edits.ts';
import { parsing } from './parsed.ts';

const FILE = '/virtual/a.tsx';

function applied(text: string, edit: Edit | undefined): string | undefined {
  return edit && text.slice(0, edit.span.start.offset) + edit.text + text.slice(edit.span.end.offset);
}

describe('disabling a rule for a line', () => {
  const parse = parsing();
  function disabled(text: string): string | undefined {
    const at = text.indexOf('f()');
    return applied(text, disableForLine(parse(text), 'no-x', new LineMap(text).span(FILE, at, at + 3)));
  }

  it('puts a comment above, as deep as the line', () => {
    assert.equal(
      disabled('if (a) {\n\tf();\n}'),
      'if (a) {\n\t// asynclens-disable-next-line no-x -- TODO: say why\n\tf();\n}',
    );
  });

  it('extends a comment that is there', () => {
    assert.equal(
      disabled('// asynclens-disable-next-line no-y -- because\nf();'),
      '// asynclens-disable-next-line no-y, no-x -- because\nf();',
    );
    assert.equal(disabled('f(); // asynclens-disable-line no-y'), 'f(); // asynclens-disable-line no-y, no-x');
  });

  it('keeps a comment for the next line next to it', () => {
    assert.equal(
      disabled('// eslint-disable-next-line no-y\nf();'),
      '// asynclens-disable-next-line no-x -- TODO: say why\n// eslint-disable-next-line no-y\nf();',
    );
  });

  it('uses braces among JSX children', () => {
    assert.equal(
      disabled('const x = <p>\n  {f()}\n</p>;'),
      'const x = <p>\n  {/* asynclens-disable-next-line no-x -- TODO: say why */}\n  {f()}\n</p>;',
    );
  });

  it('uses a plain comment among JSX attributes', () => {
    assert.equal(
      disabled('const x = <p\n  title={f()}\n/>;'),
      'const x = <p\n  // asynclens-disable-next-line no-x -- TODO: say why\n  title={f()}\n/>;',
    );
  });

  it('is not offered where a comment would be text', () => {
    assert.equal(disabled('const x = `\n  ${f()}`;'), undefined);
    assert.equal(disabled('const x = <p>\n  many\n  words {f()}\n</p>;'), undefined);
  });

  it('keeps Windows line ends', () => {
    assert.equal(disabled('a();\r\nf();'), 'a();\r\n// asynclens-disable-next-line no-x -- TODO: say why\r\nf();');
  });
});

describe('disabling a rule for a file', () => {
  const parse = parsing();
  const disabled = (text: string) => applied(text, disableForFile(parse(text), 'no-x', FILE));

  it('puts a comment at the top', () => {
    assert.equal(disabled("'use client';"), "/* asynclens-disable-file no-x -- TODO: say why */\n'use client';");
  });

  it('leaves the first line to the interpreter', () => {
    assert.equal(
      disabled('#!/usr/bin/env node\nf();'),
      '#!/usr/bin/env node\n/* asynclens-disable-file no-x -- TODO: say why */\nf();',
    );
  });

  it('extends a comment that is there', () => {
    assert.equal(
      disabled('/* asynclens-disable-file no-y -- old */\nf();'),
      '/* asynclens-disable-file no-y, no-x -- old */\nf();',
    );
  });
});
