/** Nothing about a kind of warning may be missing, and nothing may be left behind of one that is gone. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isWarning, WARNING_NAMES } from '../../shared/recorded-warning.ts';
import { WARNING_KINDS } from '../../trace/warnings/kinds.ts';

const SECTIONS = ['What it tells', 'Why it matters', 'Example', 'Instead', 'What it is silent on'];

const read = (file: string): string => readFileSync(file, 'utf8');
const names = WARNING_KINDS.map(kind => kind.name);
const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '');

for (const { name, summary } of WARNING_KINDS) {
  describe(name, () => {
    it('has a page with all sections, in order', () => {
      const page = read(`docs/warnings/${name}.md`);
      assert.ok(page.startsWith(`# ${name}\n\n${summary}\n`), 'the page begins with name and summary');
      assert.deepEqual(
        Array.from(page.matchAll(/^## (.*)$/gm), ([, heading]) => heading!),
        SECTIONS,
      );
    });

    it('has a program that is warned of', () => {
      const drawn = readdirSync('test/trace/warnings').filter(file => withoutEnding(file) === name);
      assert.match(read(`test/trace/warnings/${drawn[0]}`), new RegExp(`^// .* ${name}(?: \\d+×)?: `, 'm'));
    });

    it('is in the list of warnings', () =>
      assert.match(
        read('docs/warnings/README.md'),
        new RegExp(`^\\| \\[\`${name}\`\\]\\(${name}\\.md\\) \\|.*\\| ${summary} \\|$`, 'm'),
      ));

    it('is mentioned in the changelog', () => assert.ok(read('CHANGELOG.md').includes(`\`${name}\``)));
  });
}

describe('the list of warnings', () => {
  it('has every name, none of which is a rule’s', () => {
    assert.deepEqual(names, WARNING_NAMES);
    assert.deepEqual(readdirSync('docs/rules').map(withoutEnding).filter(isWarning), []);
  });

  it('has every file that defines one', () => {
    const defining = readdirSync('trace/warnings').filter(file =>
      read(`trace/warnings/${file}`).includes(': WarningKind = {'),
    );
    assert.deepEqual(defining.map(withoutEnding), names.toSorted());
  });

  it('has every page', () => {
    const pages = readdirSync('docs/warnings').filter(file => file !== 'README.md');
    assert.deepEqual(pages.map(withoutEnding), names.toSorted());
  });
});
