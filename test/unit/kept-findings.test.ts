/** What the linter keeps of an open file while somebody edits it is what it would find if it looked at all anew. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Workspace } from '../../server/lint/api.ts';
import type { Finding, Span } from '../../shared/finding.ts';
import { erase } from './drawn-squiggles.ts';
import { FIXTURES, ROOT, workspaceOfRules } from './rule-programs.ts';
import { openedWorkspace } from './opened-workspace.ts';

/** How many of the lines of a program are taken away, one after the other. */
const EDITS = Number(process.env.EDITS ?? 4);

/** Fixes are worked out of what rules report: with them, all is looked at anew. */
function findings(workspace: Workspace, file: string, fixes: 'none' | 'safe'): readonly string[] {
  return lint(workspace, file, fixes).map(finding => JSON.stringify({ ...finding, fixes: [] })).toSorted();
}

const lint = (workspace: Workspace, file: string, fixes: 'none' | 'safe'): readonly Finding[] =>
  [...workspace.lint([file], fixes)].flatMap(report => report.findings);

/** What makes something else of the code behind it. */
const BREAKS = ['{', '}', '`', "'", '/*', '('];

const isBeside = (at: number) => ({ start, end }: Span) => end.offset <= at || start.offset >= at;

/** What each finding is, and where in the text; of those that are not in the way, where they are after an edit. */
const places = (all: readonly Finding[], at = Infinity, added = 0): readonly string[] =>
  all
    .filter(({ span, related }) => [span, ...related.map(place => place.span)].every(isBeside(at)))
    .map(({ rule, message, span: { start, end } }) => {
      const moved = start.offset >= at ? added : 0;
      return [start.offset + moved, end.offset + moved, rule, message].join(' ');
    })
    .toSorted();

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

      it(`stay where they were while ${fixture.slice(ROOT.length + 1)} does not parse`, () => {
        const program = erase(readFileSync(fixture, 'utf8'));
        const ends = [...program.matchAll(/^ +[^\s}].*;$/gm)].map(({ index, 0: line }) => index + line.length);
        const edited = ends.filter((_, i) => i % Math.ceil(ends.length / EDITS) === 0);
        for (const [i, at] of edited.entries()) {
          workspace.setDocument(fixture, program);
          const before = lint(workspace, fixture, 'none');
          const added = BREAKS[i % BREAKS.length]!;
          workspace.setDocument(fixture, program.slice(0, at) + added + program.slice(at));
          const shown = places(lint(workspace, fixture, 'none'));
          // What breaks a function alone is looked at.
          const looked = places(lint(workspace, fixture, 'safe'));
          assert.deepEqual(shown, isDeepStrictEqual(shown, looked) ? looked : places(before, at, added.length));
          workspace.setDocument(fixture, program);
          assert.deepEqual(findings(workspace, fixture, 'none'), findings(workspace, fixture, 'safe'));
        }
      });
    }
  });

  describe('in a project', () => {
    const opened = openedWorkspace({
      'asynclens.json': '{ "preset": "recommended" }',
      'helper.ts': 'export async function helper(): Promise<void> { await fetch("a"); }',
      'main.ts': '',
    }, 'strict');

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

    it('go with an edit that changes what a function takes that an accessor returns', () => {
      const text = (parameter: string) =>
        `class Runner {\n  get run() { return (work: () => ${parameter}): void => { void work(); }; }\n}\n` +
        'export function a(runner: Runner) { runner.run(async () => { await fetch("a"); }); }';
      assert.deepEqual(linesAfter(text('void'), text('unknown')), []);
      assert.deepEqual(linesAfter(text('unknown'), text('void')), [4]);
    });

    it('come with an edit that changes which of several types of one name a function returns', () => {
      const { folder } = opened();
      folder.write(
        'one.ts',
        'interface Result extends Promise<void> {}\nexport declare const one: { result: Result };',
      );
      folder.write('other.ts', 'interface Result { text: string }\nexport declare const other: { result: Result };');
      const text = (which: string) =>
        "import { one } from './one';\nimport { other } from './other';\n" +
        `function f() { void [one, other]; return ${which}; }\nconst made = f();\nexport function a() { made.result; }`;
      // What a function returns is known from the first edit on.
      assert.deepEqual(linesAfter(text('one'), text('other'), text('one')), [5]);
    });

    it('come with what another callback of a suite assigns to a variable, by way of a third', () => {
      const text = (body: string) =>
        `import { it } from 'node:test';\nit.describe('a suite', () => {\n` +
        `  let value: string | Promise<string> = '';\n  const read = () => value;\n` +
        `  it('a test', () => { ${body} });\n  it('another', () => { read(); });\n});`;
      assert.deepEqual(linesAfter(text(''), text("value = Promise.resolve('');")), [6]);
      assert.deepEqual(linesAfter(text("value = Promise.resolve('');"), text('')), []);
    });

    it('move with the callbacks of a suite', () => {
      const text = (body: string) =>
        `import { it } from 'node:test';\n${IMPORT}it.describe('a suite', () => {\n` +
        `  it('a test', () => { ${body} });\n  it('another', () => { helper(); });\n});`;
      assert.deepEqual(linesAfter(text(''), text('1;\n2;'), text('helper();')), [4, 5]);
    });

    it('are gone when a function in a suite, called by another, comes to handle its errors', () => {
      const text = (body: string) =>
        `import { it } from 'node:test';\nit.describe('a suite', () => {\n  async function help(): Promise<void> { ${body} }\n` +
        `  it('a test', () => { help(); });\n});`;
      assert.deepEqual(linesAfter(text('await fetch("a");'), text('try { await fetch("a"); } catch {}')), []);
    });

    /** The lines, 1-based, that have findings in `main.ts` after the last of these texts, whatever is in it. */
    function linesShownAfter(...texts: readonly string[]): readonly number[] {
      const { folder, workspace } = opened();
      const file = `${folder.path}/main.ts`;
      const shown = texts.map(text => {
        workspace.setDocument(file, text);
        return lint(workspace, file, 'none').map(({ span }) => span.start.line + 1);
      });
      workspace.closeDocument(file);
      return shown.at(-1)!;
    }

    const classOf = (body: string, end = '}') =>
      `${IMPORT}export class A {\n  a(): void { helper(); }\n  b(): void { ${body} ${end}\n  c(): void { helper(); }\n}`;

    it('stay and move while an opened brace has no other', () => {
      assert.deepEqual(linesShownAfter(classOf('1;'), classOf('if (1) {\n')), [3, 6]);
    });

    it('stay and move while a text has no end', () => {
      assert.deepEqual(linesShownAfter(classOf('1;'), classOf('`'), classOf('`\n')), [3, 6]);
    });

    it('go where the text is edited that does not parse', () => {
      assert.deepEqual(linesShownAfter(classOf('helper();'), classOf('helper();', '')), [3, 4, 5]);
      assert.deepEqual(linesShownAfter(classOf('helper();'), classOf('{ helpe')), [3, 5]);
    });

    it('are looked for when the text parses again', () => {
      assert.deepEqual(linesShownAfter(classOf('1;'), classOf('{ helper();'), classOf('{ helper(); }')), [3, 4, 5]);
    });

    it('are those of a text that does not parse where none ever did', () => {
      assert.deepEqual(linesShownAfter(`${IMPORT}function a() { helper(); `), [2]);
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
