/**
 * Every program in test/rules, with the findings drawn in. `<rule>.ts` is linted with the rule's defaults,
 * `<rule>/<case>.ts` with the options that its first line names. `UPDATE=1` draws everything anew.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { applyEdits } from '../../shared/apply-edits.ts';
import type { Workspace } from '../../server/lint/api.ts';
import { describeFixes } from './described-fixes.ts';
import { draw, erase } from './drawn-squiggles.ts';
import { FIXTURES, fixedFile, ROOT, workspaceOfRules } from './rule-programs.ts';

/** Compares with the file, or writes it when asked to. There is none where nothing is to be shown. */
function expectFile(file: string, actual: string): void {
  if (process.env.UPDATE && actual !== '') writeFileSync(file, actual);
  else if (process.env.UPDATE) rmSync(file, { force: true });
  assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '', `${file} (UPDATE=1 draws it anew)`);
}

describe('rule fixtures', () => {
  let workspace: Workspace;

  before(() => void (workspace = workspaceOfRules()));
  after(() => workspace.dispose());

  for (const fixture of FIXTURES) {
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
        expectFile(fixedFile(fixture), fixed === program ? '' : fixed);
      });

      it('offers the fixes that its .fixes.md shows', () => {
        const findings = workspace.findingsAt(fixture, 0, program.length);
        expectFile(fixture.replace(/\.tsx?$/, '.fixes.md'), describeFixes(program, findings));
      });
    });
  }
});
