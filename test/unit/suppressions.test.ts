import assert from 'node:assert/strict';
import { LineMap } from '../../shared/line-map.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { startsComment } from '../../server/lint/comment-position.ts';
import { Suppressions } from '../../server/lint/suppressions.ts';
import { parsing } from './parsed.ts';
import { BLOCKING, FLOATING } from './sample-rules.ts';

describe('suppression comments', () => {
  const parse = parsing();

  /** The lines, 1-based, of the calls `f()` that a comment silences the rule for. */
  function silenced(text: string, rule: RuleMeta = FLOATING): number[] {
    const suppressions = new Suppressions(text, offset => startsComment(parse(text), offset));
    const lines = new LineMap(text);
    return Array.from(text.matchAll(/f\(\)/g), ({ index }) => lines.span('/virtual/a.tsx', index, index + 3))
      .filter(span => suppressions.suppresses(rule, span))
      .map(span => span.start.line + 1);
  }

  const cases: Record<string, [lines: number[], text: string]> = {
    'the next line': [[2], '// asynclens-disable-next-line no-floating-promises -- why\nf();\nf();'],
    'the next line with code, past other comments': [
      [4],
      '// asynclens-disable-next-line\n// eslint-disable-line x\n\nf();',
    ],
    'its own line': [[1], 'f(); // asynclens-disable-line no-floating-promises\nf();'],
    'several rules': [[2], '// asynclens-disable-next-line no-blocking-call, no-floating-promises\nf();'],
    'not another rule': [[], '// asynclens-disable-next-line no-blocking-call\nf();'],
    'the whole file': [[1, 2], 'f();\nf();\n/* asynclens-disable-file no-floating-promises */'],
    'a stretch': [[3], 'f();\n/* asynclens-disable no-floating-promises */\nf();\n/* asynclens-enable */\nf();'],
    'a stretch of all rules but one': [
      [2, 6],
      '/* asynclens-disable */\nf();\n/* asynclens-enable no-floating-promises */\nf();\n// asynclens-disable\nf();',
    ],
    'a reason that names a rule': [[], 'f(); // asynclens-disable-line no-blocking-call -- not no-floating-promises'],
    'ESLint: next line': [[2], '// eslint-disable-next-line @typescript-eslint/no-floating-promises -- why\nf();'],
    'ESLint: exactly the next line': [[], '// eslint-disable-next-line\n\nf();'],
    'ESLint: after a block over several lines': [
      [4],
      '/* eslint-disable-next-line\n  @typescript-eslint/no-misused-promises,\n' +
        '  @typescript-eslint/no-floating-promises */\nf();',
    ],
    'ESLint: a rule of its own of the same name': [[], '// eslint-disable-next-line no-floating-promises\nf();'],
    'ESLint: all rules': [[1], 'f(); // eslint-disable-line'],
    'ESLint: a stretch': [[2], '/* eslint-disable */\nf();\n/* eslint-enable */\nf();'],
    'ESLint: no stretch in a line comment': [[], '// eslint-disable\nf();'],
    'oxlint: all its spellings': [
      [1, 2, 3],
      'f(); // oxlint-disable-line typescript/no-floating-promises\n' +
        'f(); // oxlint-disable-line @typescript-eslint/no-floating-promises\n' +
        'f(); // oxlint-disable-line typescript-eslint/no-floating-promises',
    ],
    'oxlint: a stretch in a line comment': [[2], '// oxlint-disable\nf();\n// oxlint-enable\nf();'],
    'oxlint: no end to what ESLint was told': [[3], '/* eslint-disable */\n/* oxlint-enable */\nf();'],
    'Biome: next line': [[2], '// biome-ignore lint/nursery/noFloatingPromises: why\nf();\nf();'],
    'Biome: the rule in another group': [[2], '// biome-ignore lint/correctness/noFloatingPromises: why\nf();'],
    'Biome: a group': [[2], '// biome-ignore lint/nursery: why\nf();'],
    'Biome: everything': [[2], '// biome-ignore lint: why\nf();'],
    'Biome: another category': [[], '// biome-ignore assist: why\nf();'],
    'Biome: another rule': [
      [],
      '// biome-ignore lint/nursery/noMisusedPromises: lint/nursery/noFloatingPromises\nf();',
    ],
    'Biome: the whole file': [[1], 'f();\n// biome-ignore-all lint/nursery/noFloatingPromises: why'],
    'Biome: a stretch': [
      [2],
      '// biome-ignore-start lint/nursery/noFloatingPromises: why\nf();\n' +
        '// biome-ignore-end lint/nursery/noFloatingPromises: why\nf();',
    ],
    'a comment among JSX children': [[3], 'const x = <p>\n  {/* asynclens-disable-next-line */}\n  {f()}\n</p>;'],
    'nothing in JSX text': [[2], "const x = <p>Don't /* asynclens-disable */ `</p>;\nf(); // asynclens-disable-line"],
    'nothing in strings, templates and regular expressions': [
      [],
      'const s = "/* asynclens-disable */", t = `\n// asynclens-disable\n${s}/* asynclens-disable */`, ' +
        'r = /[/* asynclens-disable ]/;\nf();',
    ],
    'a comment in the hole of a template': [[2], 'const t = `${/* asynclens-disable-next-line */\nf()}`;'],
    'nothing within another comment': [[], '// see /* asynclens-disable */\n/*\n// asynclens-disable\n*/\nf();'],
    'a comment beside a division': [[1], 'const n = 4 / 2 / f(); // asynclens-disable-line'],
    'Windows line ends': [[2], '// asynclens-disable-next-line no-floating-promises\r\nf();\r\nf();'],
  };
  for (const [name, [lines, text]] of Object.entries(cases)) {
    it(`reach ${name}`, () => assert.deepEqual(silenced(text), lines));
  }

  it('of another tool say nothing of a rule that the tool does not have', () => {
    assert.deepEqual(silenced('/* eslint-disable */\n/* asynclens-disable */\nf();', BLOCKING), [3]);
    assert.deepEqual(
      silenced('/* eslint-disable */\n// oxlint-disable\n// biome-ignore-all lint: x\nf();', BLOCKING),
      [],
    );
  });

  it('are not looked for in a tree where nothing looks like one', () => {
    const suppressions = new Suppressions('f(); // all fine', () => assert.fail('parsed for nothing'));
    assert.deepEqual(suppressions.comments, []);
  });
});
