/** Pages are true: the examples of rules are linted, and tables name all that there is. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workspace } from '../../server/lint/api.ts';
import { RULE_METAS } from '../../server/lint/rule-list.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { PACK_SCHEMA } from '../../server/packs/pack.ts';
import { hostWith } from '../unit/workspace-host.ts';

/** The code under a heading of a page. */
function examples(rule: string, heading: string): string[] {
  const page = readFileSync(`docs/rules/${rule}.md`, 'utf8');
  const section = new RegExp(`^## ${heading}$(.*?)(?=^## |$(?![^]))`, 'ms').exec(page)?.[1] ?? '';
  return Array.from(section.matchAll(/^```tsx?\n(.*?)^```$/gms), ([, code]) => code!);
}

describe('the page about packs', () => {
  it('describes all that can be said in one', () => {
    const page = readFileSync('docs/packs.md', 'utf8');
    const said = Object.keys(PACK_SCHEMA.properties!).filter(name => name !== '$schema');
    assert.deepEqual(said.filter(name => !page.includes(`| \`${name}\` |`)), []);
  });
});

describe('the page about how all is built', () => {
  it('says of each library what it is for', () => {
    const page = readFileSync('ARCHITECTURE.md', 'utf8');
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
    const used = Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] });
    const unnamed = used.filter(name => !name.startsWith('@types/') && !page.includes(`\`${name}\``));
    assert.deepEqual(unnamed, []);
  });
});

/** Rules that `recommended` leaves off are on as well: each page is about its rule at work. */
const RULES = Object.fromEntries(
  RULE_METAS.filter(({ presets }) => presets.recommended === 'off').map(({ name }) => [name, 'error'] as const),
);

describe('examples in the documentation', () => {
  let workspace: Workspace;
  before(() => {
    // The repository's own configuration is strict.
    const overrides = { configFile: resolve('test/no-configuration.json') };
    workspace = createWorkspace(hostWith({ rules: RULES }), { cwd: process.cwd(), lifetime: 'run', overrides });
  });
  after(() => workspace.dispose());

  let files = 0;
  function found(code: string): string[] {
    // Beside the pages: the types of Node are found from there, but in no project.
    const file = resolve(`docs/rules/example-${++files}.tsx`).replaceAll('\\', '/');
    const types = code.includes("from 'node:") ? '/// <reference types="node" />\n' : '';
    workspace.setDocument(file, types + code);
    const reports = [...workspace.lint([file], 'none')];
    return reports.flatMap(report => report.findings.map(finding => finding.rule));
  }

  for (const { name } of RULE_METAS) {
    const wrong = examples(name, 'Example');
    const right = examples(name, 'Instead');

    it(`show what ${name} finds`, () => {
      assert.notEqual(wrong.length, 0);
      for (const code of wrong) assert.ok(found(code).includes(name), code);
    });

    it(`show what to write for ${name} to find nothing`, () => {
      assert.notEqual(right.length, 0);
      for (const code of right) assert.deepEqual(found(code), [], code);
    });
  }
});
