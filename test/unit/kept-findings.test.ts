/** What the linter keeps of an open file while somebody edits it is what it would find if it looked at all anew. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Workspace } from '../../server/lint/api.ts';
import { erase } from './drawn-squiggles.ts';
import { FIXTURES, ROOT, workspaceOfRules } from './rule-programs.ts';
import { strictWorkspace } from './strict-workspace.ts';

/** How many of the lines of a program are taken away, one after the other. */
const EDITS = Number(process.env.EDITS ?? 4);

/** Fixes are worked out of what rules report: with them, all is looked at anew. */
function findings(workspace: Workspace, file: string, fixes: 'none' | 'safe'): readonly string[] {
  const reports = [...workspace.lint([file], fixes)];
  return reports.flatMap(report => report.findings.map(finding => JSON.stringify({ ...finding, fixes: [] })).toSorted());
}

describe('findings kept from one edit to the next', () => {
  describe('in the programs of the rules', () => {
    let workspace: Workspace;

    before(() => void (workspace = workspaceOfRules()));
    after(() => workspace.dispose());

    for (const fixture of FIXTURES) {
      it(`are right in ${fixture.slice(ROOT.length + 1)}`, () => {
        const program = erase(readFileSync(fixture, 'utf8'));
        const lines = program.split('\n');
        const inBlocks = lines.flatMap((line, i) => (/^ +[^\s}].*;$/.test(line) ? [i] : []));
        const edited = inBlocks.filter((_, i) => i % Math.ceil(inBlocks.length / EDITS) === 0);
        for (const text of edited.flatMap(i => [program, lines.toSpliced(i, 1).join('\n')])) {
          workspace.setDocument(fixture, text);
          assert.deepEqual(findings(workspace, fixture, 'none'), findings(workspace, fixture, 'safe'));
        }
      });
    }
  });

  describe('in a project', () => {
    const opened = strictWorkspace({
      'asynclens.json': '{ "preset": "recommended" }',
      'helper.ts': 'export async function helper(): Promise<void> { await fetch("a"); }',
      'main.ts': '',
    });

    /** The lines, 1-based, that have findings in `main.ts` after each of these texts was typed. */
    function linesAfter(...texts: readonly string[]): readonly number[] {
      const { folder, workspace } = opened();
      const file = `${folder.path}/main.ts`;
      let lines: readonly number[] = [];
      for (const text of texts) {
        workspace.setDocument(file, text);
        assert.deepEqual(findings(workspace, file, 'none'), findings(workspace, file, 'safe'));
        const [report] = workspace.lint([file], 'none');
        lines = report!.findings.map(({ span }) => span.start.line + 1);
      }
      return lines;
    }

    const IMPORT = "import { helper } from './helper';\n";

    it('move with the text', () => {
      const text = (body: string) => `${IMPORT}export function a() { ${body} }\nexport function b() { helper(); }`;
      assert.deepEqual(linesAfter(text(''), text('1;\n2;')), [4]);
    });

    it('are gone when a function that it calls comes to handle its errors', () => {
      const text = (body: string) =>
        `export function a() { b(); }\nasync function b(): Promise<void> { ${body} }`;
      assert.deepEqual(linesAfter(text('await fetch("a");'), text('try { await fetch("a"); } catch {}')), []);
    });

    it('come with what a function does that runs where it stands', () => {
      const text = (value: string) =>
        `const box: { value?: Promise<unknown> } = {};\n(() => { box.value = ${value}; })();\nbox.value;\nexport { box };`;
      assert.deepEqual(linesAfter(text('undefined'), text('fetch("a")')), [3]);
    });

    it('come with an edit that changes a type elsewhere in the file', () => {
      const text = (body: string) => `export function a() { b(); }\nfunction b() { ${body} }`;
      assert.deepEqual(linesAfter(text('return 1;'), text('return fetch("a");')), [1]);
    });

    it('come and go with an edit of another file', () => {
      const { folder, workspace } = opened();
      const text = `${IMPORT}export function a() { helper(); }`;
      assert.deepEqual(linesAfter(text), [2]);
      workspace.setDocument(`${folder.path}/helper.ts`, 'export function helper(): void {}');
      assert.deepEqual(linesAfter(text), []);
      workspace.closeDocument(`${folder.path}/helper.ts`);
      assert.deepEqual(linesAfter(text), [2]);
    });
  });
});
