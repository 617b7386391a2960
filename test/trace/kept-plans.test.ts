/** What is kept of a file's code is used as long as nothing that it came from has changed. */

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { FIRST_SITE } from '../../shim/transform/insertions.ts';
import { keptPlans } from '../../shim/transform/kept-plans.ts';
import { planFor } from '../../shim/transform/plan.ts';
import { transform, type Transformed } from '../../shim/transform/transform.ts';

const SOURCE = 'export async function f(): Promise<void> {\n  await g();\n}\n';

describe('what is kept of a file', () => {
  let folder: string;
  let cache: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
    cache = mkdtempSync(join(folder, 'cache-'));
    write('package.json', '{}');
    write('f.ts', SOURCE);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const plans = () => readdirSync(cache);
  const file = () => join(folder, 'f.js').replaceAll('\\', '/');
  const transformed = (code: string, firstSite = FIRST_SITE) =>
    transform({ file: file(), code, type: 'module' }, firstSite, keptPlans(cache, planFor));
  /** What comes of it when nothing is kept. */
  const fresh = (code: string, firstSite = FIRST_SITE) =>
    transform({ file: file(), code, type: 'module' }, firstSite, planFor);

  /** As a compiler writes it, whose map lies in a file and does not hold the source. */
  function compiled(source = SOURCE): string {
    const { code, map } = transformSync(source, { loader: 'ts', sourcefile: 'f.ts', sourcemap: 'external' });
    write('f.js.map', JSON.stringify({ ...(JSON.parse(map) as object), sourcesContent: undefined }));
    return `${code}//# sourceMappingURL=f.js.map\n`;
  }

  function assertSame(actual: Transformed | undefined, expected: Transformed | undefined): void {
    assert.ok(expected !== undefined);
    assert.deepEqual(actual, expected);
  }

  it('gives the same as the code itself, whatever the numbers of its sites are', () => {
    const code = compiled();
    for (const firstSite of [FIRST_SITE, FIRST_SITE + 1234])
      assertSame(transformed(code, firstSite), fresh(code, firstSite));
    assert.equal(plans().length, 1);
  });

  it('is really taken from there', () => {
    const code = compiled();
    transformed(code);
    const [plan] = plans();
    writeFileSync(
      join(cache, plan!),
      JSON.stringify({ insertions: [], sites: [], shifts: [], map: '', reads: [], paths: [] }),
    );
    assert.equal(transformed(code), undefined);
  });

  it('counts no more when the code, its map, its source or its project is another', () => {
    const changes: (() => string)[] = [
      () => `// Hello.\n${compiled()}`,
      () => compiled(`\n\n${SOURCE}`),
      () => (write('f.ts', SOURCE.replace('g()', 'h()')), compiled()),
      () => (rmSync(join(folder, 'package.json')), compiled()),
    ];
    transformed(compiled());
    for (const change of changes) {
      const code = change();
      assertSame(transformed(code), fresh(code));
    }
  });

  it('may be broken, or impossible to keep', () => {
    const code = compiled();
    transformed(code);
    for (const plan of plans()) writeFileSync(join(cache, plan), '{ "insertions": [');
    assertSame(transformed(code), fresh(code));
    assertSame(transformed(code), fresh(code));
    rmSync(cache, { recursive: true });
    assertSame(transformed(code), fresh(code));
  });

  it('is also that a file has no tasks', () => {
    assert.equal(transformed('const text = "async";'), undefined);
    assert.equal(plans().length, 1);
  });
});
