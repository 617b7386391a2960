/** The names of sites: what they depend on, and what not. */

import assert from 'node:assert/strict';
import { siteId, type SitePlace } from '../../shared/trace/site.ts';

const PLACE: SitePlace = {
  path: 'src/app.ts',
  kind: 'await',
  line: 4,
  character: 12,
  lineText: '  const x = await load(1);',
};

describe('the name of a site', () => {
  it('is 16 hexadecimal digits, and stays what it is', () => assert.equal(siteId(PLACE), 'b8c8455d738969d6'));

  it('depends on path, kind, line, column and code', () => {
    const others: Partial<SitePlace>[] = [
      { path: 'src/bpp.ts' },
      { kind: 'forAwait' },
      { line: 5 },
      { character: 13 },
      { lineText: '  const x = await load(2);' },
    ];
    const ids = new Set([PLACE, ...others.map(other => ({ ...PLACE, ...other }))].map(siteId));
    assert.equal(ids.size, 1 + others.length);
  });

  it('does not depend on white space, nor on what stands before it in its line', () => {
    assert.equal(siteId({ ...PLACE, lineText: '  const y = await  load( 1 );\r' }), siteId(PLACE));
  });

  it('differs for all places of a large program', () => {
    const ids = new Set<string>();
    for (let line = 0; line < 1000; line++) {
      for (let character = 0; character < 100; character++)
        ids.add(siteId({ ...PLACE, line, character, lineText: '' }));
    }
    assert.equal(ids.size, 100_000);
  });
});
