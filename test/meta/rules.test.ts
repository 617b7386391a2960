/** Nothing about a rule may be missing, and nothing may be left behind of one that is gone. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ConfigParser } from '../../server/lint/config-parser.ts';
import { RULE_METAS } from '../../server/lint/rule-list.ts';
import { SUPPRESSION_FINDINGS } from '../../server/lint/suppression-findings.ts';
import { PRESETS } from '../../shared/settings.ts';

const SECTIONS = ['What it finds', 'Why it matters', 'Example', 'Instead', 'Options', 'Fixes', 'When to silence it'];

const read = (file: string): string => readFileSync(file, 'utf8');
const names = RULE_METAS.map(rule => rule.name);

for (const rule of RULE_METAS) {
  describe(rule.name, () => {
    it('has a page with all sections, in order', () => {
      const page = read(`docs/rules/${rule.name}.md`);
      assert.ok(page.startsWith(`# ${rule.name}\n\n${rule.summary}\n`), 'the page begins with name and summary');
      const headings = Array.from(page.matchAll(/^## (.*)$/gm), ([, heading]) => heading!);
      assert.deepEqual(headings.slice(0, SECTIONS.length), SECTIONS);
    });

    it('has its options on the page, with their defaults', () => {
      const [, section] = /^## Options$(.*?)^## /ms.exec(read(`docs/rules/${rule.name}.md`))!;
      for (const [option, { default: value }] of Object.entries(rule.options.properties ?? {})) {
        assert.match(section!, new RegExp(`\`${option}\`.*\`${JSON.stringify(value).replaceAll(/[[\]]/g, '\\$&')}\``));
      }
    });

    it('has a fixture', () => {
      assert.ok(['ts', 'tsx'].some(extension => existsSync(`test/rules/${rule.name}.${extension}`)));
    });

    it('is mentioned in the changelog', () => assert.ok(read('CHANGELOG.md').includes(`\`${rule.name}\``)));

    it('describes each option, with a default', () => {
      for (const [option, schema] of Object.entries(rule.options.properties ?? {})) {
        assert.ok(schema.description, option);
        assert.notEqual(schema.default, undefined, option);
      }
    });

    it('has settings in all presets that its own schema allows', () => {
      const parser = new ConfigParser([rule]);
      for (const preset of PRESETS) {
        assert.deepEqual(parser.checkRules({ [rule.name]: rule.presets[preset] }).complaints, []);
      }
    });
  });
}

describe('what is left behind', () => {
  it('is no page', () => {
    const pages = readdirSync('docs/rules').map(file => file.replace(/\.md$/, ''));
    assert.deepEqual(pages.sort(), [...names, ...SUPPRESSION_FINDINGS].sort());
  });

  it('is no fixture', () => {
    const fixtures = readdirSync('test/rules', { withFileTypes: true })
      .filter(entry => entry.isDirectory() || /\.tsx?$/.test(entry.name))
      .map(entry => entry.name.replace(/(?:\.fixed)?\.tsx?$/, ''));
    assert.deepEqual(
      fixtures.filter(name => !names.includes(name)),
      [],
    );
  });
});
