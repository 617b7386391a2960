/** The names of sites: what they depend on, and what not. */

import assert from 'node:assert/strict';
import { SiteNames, type SiteKind } from '../../shared/trace/site.ts';

const LINES = [
  'export async function total(ids: string[]) {',
  '  let sum = 0;',
  '  for (const id of ids) {',
  '    const item = await load(id);',
  '    sum += item.price;',
  '  }',
  '  return sum;',
  '}',
];

interface Named {
  readonly path?: string;
  readonly kind?: SiteKind;
  readonly lines?: readonly string[];
  /** Text at which the site begins, in the first line that has it unless `line` says otherwise. */
  readonly at?: string;
  readonly line?: number;
}

function named({ path = 'src/shop.ts', kind = 'await', lines = LINES, at = 'await', line }: Named = {}): string {
  const found = line ?? lines.findIndex(text => text.includes(at));
  return new SiteNames(path, lines.join('\n')).nameOf(kind, { line: found, character: lines[found]!.indexOf(at) });
}

const changed = (line: number, text: string): string[] => LINES.with(line, text);

describe('the name of a site', () => {
  it('is 16 hexadecimal digits, and stays what it is', () => assert.equal(named(), '361d262b5f088ad8'));

  it('depends on path, kind, place in the line, and the text of the line', () => {
    const others: Named[] = [
      { path: 'src/other.ts' },
      { kind: 'forAwait' },
      { at: 'load' },
      { lines: changed(3, '    const item = await load(id, true);') },
      { lines: changed(3, '    const thing = await load(id);') },
    ];
    assert.equal(new Set([{}, ...others].map(named)).size, 1 + others.length);
  });

  it('does not depend on white space', () => {
    assert.equal(named({ lines: changed(3, '\tconst item =  await load( id );\r') }), named());
  });

  it('outlives edits of other lines', () => {
    assert.equal(named({ lines: ['// Prices', '', ...LINES] }), named());
    assert.equal(named({ lines: changed(1, '  let sum = start;') }), named());
    assert.equal(named({ lines: LINES.toSpliced(4, 1) }), named());
  });

  it('differs for lines that are the same', () => {
    const twice = [...LINES, ...LINES];
    assert.equal(named({ lines: twice }), named());
    assert.notEqual(named({ lines: twice, line: 11 }), named());
  });

  it('differs for all places of a source that is not known', () => {
    const names = new SiteNames('dist/shop.js', '');
    const ids = new Set<string>();
    for (let line = 0; line < 1000; line++) {
      for (let character = 0; character < 100; character++) ids.add(names.nameOf('await', { line, character }));
    }
    assert.equal(ids.size, 100_000);
  });
});
