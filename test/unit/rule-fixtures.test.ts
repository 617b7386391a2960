/**
 * Every program in test/rules, with the findings drawn in. `<rule>.ts` is linted with the rule's defaults,
 * `<rule>/<case>.ts` with the options that its first line names. `UPDATE=1` draws everything anew.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { applyEdits } from '../../shared/apply-edits.ts';
import { DEFAULT_SETTINGS, type EditorSettings } from '../../shared/settings.ts';
import type { Workspace } from '../../server/lint/api.ts';
import { RULE_METAS } from '../../server/lint/rule-list.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { describeFixes } from './described-fixes.ts';
import { draw, erase } from './drawn-squiggles.ts';

const ROOT = resolve('test/rules');

const fixtures = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /(?<!\.fixed|\.d)\.tsx?$/.test(entry.name))
  .map(entry => `${entry.parentPath}/${entry.name}`);

const ruleOf = (fixture: string): string =>
  dirname(fixture) === ROOT ? basename(fixture).replace(/\.tsx?$/, '') : basename(dirname(fixture));

function settingsFor(fixture: string): EditorSettings {
  const options = /^\/\/ options: (.*)/.exec(readFileSync(fixture, 'utf8'))?.[1];
  const rule = ruleOf(fixture);
  const isOff = RULE_METAS.find(({ name }) => name === rule)?.presets.recommended === 'off';
  if (options) return { ...DEFAULT_SETTINGS, rules: { [rule]: ['error', JSON.parse(options)] } };
  return { ...DEFAULT_SETTINGS, rules: isOff ? { [rule]: 'error' } : {} };
}

/** Compares with the file, or writes it when asked to. */
function expectFile(file: string, actual: string): void {
  if (process.env.UPDATE) writeFileSync(file, actual);
  assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '', `${file} (UPDATE=1 draws it anew)`);
}

describe('rule fixtures', () => {
  let workspace: Workspace;

  before(() => {
    workspace = createWorkspace(
      { cancelled: () => false, log: console.error, compilerStarted: () => undefined, settingsFor },
      // The repository's own configuration ignores these programs.
      { cwd: ROOT, lifetime: 'run', overrides: { configFile: resolve('test/no-configuration.json') } },
    );
  });
  after(() => workspace.dispose());

  for (const fixture of fixtures) {
    const name = fixture.slice(ROOT.length + 1);
    const program = erase(readFileSync(fixture, 'utf8'));

    describe(name, () => {
      before(() => workspace.setDocument(fixture, program));

      it('has the findings drawn in it', () => {
        const [report] = workspace.lint([fixture], 'none');
        expectFile(fixture, draw(program, report!.findings));
      });

      it('is mended by the safe fixes as in its .fixed file', () => {
        const fixed = applyEdits(program, workspace.fixAll(fixture));
        if (fixed !== program) expectFile(fixture.replace(/\.tsx?$/, '.fixed$&'), fixed);
      });

      it('offers the fixes that its .fixes.md shows', () => {
        const findings = workspace.findingsAt(fixture, 0, program.length);
        if (findings.length > 0) expectFile(fixture.replace(/\.tsx?$/, '.fixes.md'), describeFixes(program, findings));
      });
    });
  }
});
