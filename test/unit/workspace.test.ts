import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { applyEdits } from '../../shared/apply-edits.ts';
import type { Finding, Fix } from '../../shared/finding.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Cancelled, type Workspace } from '../../server/lint/api.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { Folder } from '../lsp/folder.ts';

describe('a workspace', () => {
  let folder: Folder;
  let workspace: Workspace;
  let cancelled: boolean;
  let compilers: number;

  function open(files: Record<string, string>): void {
    folder = new Folder(files);
    cancelled = false;
    compilers = 0;
    workspace = createWorkspace(
      {
        cancelled: () => cancelled,
        log: line => assert.fail(line),
        compilerStarted: () => compilers++,
        settingsFor: () => DEFAULT_SETTINGS,
      },
      { cwd: folder.path, lifetime: 'run' },
    );
  }

  afterEach(() => {
    workspace.dispose();
    folder.remove();
  });

  const at = (name: string): string => `${folder.path}/${name}`;
  const names = (files: readonly string[]): string[] => files.map(file => file.slice(folder.path.length + 1)).sort();

  /** Findings as `line: rule`, with 1-based lines. */
  const lint = (name: string): string[] =>
    [...workspace.lint([at(name)], 'none')].flatMap(report => report.findings.map(show));
  const show = ({ rule, span }: Finding): string => `${span.start.line + 1}: ${rule}`;

  describe('finds the files to lint', () => {
    it('of the project that a folder lies in', () => {
      open({ 'src/a.ts': '', 'src/deep/b.tsx': '', 'types.d.ts': '', 'node_modules/c/index.ts': '' });
      assert.deepEqual(names(workspace.filesUnder([folder.path])), ['src/a.ts', 'src/deep/b.tsx']);
      assert.deepEqual(names(workspace.filesUnder([at('src/deep')])), ['src/deep/b.tsx']);
    });

    it('of all projects that a solution references, and of projects below', () => {
      open({
        'tsconfig.json': '{ "files": [], "references": [{ "path": "./app" }] }',
        'app/tsconfig.json': '{ "compilerOptions": { "allowJs": true } }',
        'app/a.js': '',
        'tools/tsconfig.json': '{}',
        'tools/b.ts': '',
      });
      assert.deepEqual(names(workspace.filesUnder([folder.path])), ['app/a.js', 'tools/b.ts']);
      assert.deepEqual(names(workspace.filesUnder([], at('app/tsconfig.json'))), ['app/a.js']);
    });

    it('each in the project nearest to it that holds it', () => {
      open({
        'tsconfig.json': '{}',
        'globals.d.ts': 'declare function save(): Promise<void>;\n',
        'a.ts': 'save();\nexport {};\n',
        'app/tsconfig.json': '{ "include": ["*.ts"] }',
        'app/globals.d.ts': 'declare function save(): number;\n',
        'app/b.ts': 'save();\nexport {};\n',
        'app/test/c.ts': 'save();\nexport {};\n',
      });
      const files = workspace.filesUnder([folder.path]);
      const linted = [...workspace.lint(files, 'none')].map(({ file, project }) =>
        [names([file]), names([project!])].flat(),
      );
      assert.deepEqual(linted.toSorted(), [
        ['a.ts', 'tsconfig.json'],
        ['app/b.ts', 'app/tsconfig.json'],
        ['app/test/c.ts', 'tsconfig.json'],
      ]);
    });

    it('without a project, and JavaScript when it is named', () => {
      open({
        'tsconfig.json': '{ "files": ["a.ts"] }',
        'a.ts': '',
        'loose.ts': '',
        'script.js': '',
        'dist/made.ts': '',
      });
      assert.deepEqual(names(workspace.filesUnder([folder.path])), ['a.ts', 'loose.ts']);
      assert.deepEqual(names(workspace.filesUnder([at('script.js')])), ['script.js']);
    });

    it('but not those that the configuration ignores', () => {
      open({ 'asynclens.json': '{ "ignore": ["made"] }', 'a.ts': '', 'made/b.ts': '' });
      assert.deepEqual(names(workspace.filesUnder([folder.path])), ['a.ts']);
    });
  });

  it('sees in one file that a function in another became async', () => {
    open({ 'a.ts': 'export function save(): void {}', 'b.ts': "import { save } from './a.ts';\nsave();" });
    assert.deepEqual(lint('b.ts'), []);
    workspace.setDocument(at('a.ts'), 'export async function save(): Promise<void> {}');
    assert.deepEqual(lint('b.ts'), ['2: no-floating-promises']);
    workspace.closeDocument(at('a.ts'));
    assert.deepEqual(lint('b.ts'), []);
    folder.write('a.ts', 'export async function save(): Promise<void> {}');
    workspace.filesChanged([{ file: at('a.ts'), kind: 'changed' }]);
    assert.deepEqual(lint('b.ts'), ['2: no-floating-promises']);
  });

  it('lints a file that is created, and one that comes back', () => {
    open({ 'a.ts': 'Promise.resolve();' });
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
    folder.write('b.ts', '\nPromise.resolve();');
    workspace.filesChanged([{ file: at('b.ts'), kind: 'created' }]);
    assert.deepEqual(lint('b.ts'), ['2: no-floating-promises']);
    workspace.filesChanged([{ file: at('b.ts'), kind: 'deleted' }]);
    workspace.filesChanged([{ file: at('b.ts'), kind: 'created' }]);
    assert.deepEqual(lint('b.ts'), ['2: no-floating-promises']);
  });

  it('reads a file again that another took the place of', () => {
    open({ 'a.ts': 'Promise.resolve();' });
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
    folder.write('a.ts', '\nPromise.resolve();');
    workspace.filesChanged([{ file: at('a.ts'), kind: 'created' }]);
    assert.deepEqual(lint('a.ts'), ['2: no-floating-promises']);
  });

  it('goes on when a folder disappears together with its project', () => {
    open({ 'a.ts': 'Promise.resolve();', 'sub/tsconfig.json': '{}', 'sub/b.ts': 'Promise.resolve();' });
    assert.deepEqual(lint('sub/b.ts'), ['1: no-floating-promises']);
    rmSync(at('sub'), { recursive: true });
    workspace.filesChanged([{ file: at('sub'), kind: 'deleted' }]);
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
    assert.equal(compilers, 1);
  });

  it('lints a broken file as far as it can be read', () => {
    open({ 'a.ts': 'Promise.resolve();\nfunction (\nPromise.resolve();' });
    assert.ok(lint('a.ts').includes('1: no-floating-promises'));
  });

  it('lints under a broken tsconfig', () => {
    open({ 'tsconfig.json': '{ "compilerOptions": { "strict": tru', 'a.ts': 'Promise.resolve();' });
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
  });

  it('lints CommonJS', () => {
    open({
      'tsconfig.json': '{ "compilerOptions": { "allowJs": true, "checkJs": false } }',
      'lib.js': 'exports.save = async function () {};',
      'a.js': "const { save } = require('./lib.js');\nsave();",
    });
    assert.deepEqual(lint('a.js'), ['2: no-floating-promises']);
  });

  it('honours suppressing comments', () => {
    open({
      'a.ts':
        '// eslint-disable-next-line @typescript-eslint/no-floating-promises\nPromise.resolve();\nPromise.resolve();',
    });
    assert.deepEqual(lint('a.ts'), ['3: no-floating-promises']);
  });

  it('stops when the work is no longer wanted, and goes on with the next', () => {
    open({ 'a.ts': 'Promise.resolve();' });
    cancelled = true;
    assert.throws(() => lint('a.ts'), Cancelled);
    cancelled = false;
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
  });

  it('reports what asynclens.json gets wrong, and keeps the last good one', () => {
    open({ 'asynclens.json': '{ "rules": { "no-floating-promises": "off" } }', 'a.ts': 'Promise.resolve();' });
    assert.deepEqual(lint('a.ts'), []);
    workspace.setDocument(at('asynclens.json'), '{ "rules": { "no-floating-promises": "of" } }');
    assert.deepEqual(lint('a.ts'), []);
    assert.equal(workspace.configProblems().length, 1);
    workspace.setDocument(at('asynclens.json'), '{ "rules": { "no-floating-promises": "warn" } }');
    assert.deepEqual(lint('a.ts'), ['1: no-floating-promises']);
    assert.deepEqual(workspace.configProblems(), []);
  });

  describe('makes a function async', () => {
    const fixNamed = (name: string, title: RegExp): Fix | undefined =>
      workspace.findingsAt(at(name), 0, 1000)[0]?.fixes.find(fix => title.test(fix.title));
    const after = (fix: Fix, name: string): string =>
      applyEdits(folder.read(name), fix.edits.filter(edit => edit.span.file === at(name)));

    it('together with its callers in other files', () => {
      open({
        'a.ts': 'export const save = (): number => {\n  Promise.resolve();\n  return 1;\n};',
        'b.ts':
          "import { save } from './a.ts';\nexport async function all() {\n  return [save(), save().toFixed()];\n}\nsave();",
      });
      const fix = fixNamed('a.ts', /^Make `save` async/)!;
      assert.match(fix.title, /await it in 3 callers/);
      assert.equal(
        after(fix, 'a.ts'),
        'export const save = async (): Promise<number> => {\n  await Promise.resolve();\n  return 1;\n};',
      );
      assert.equal(
        after(fix, 'b.ts'),
        "import { save } from './a.ts';\nexport async function all() {\n  return [await save(), (await save()).toFixed()];\n}\nawait save();",
      );
    });

    it('and names the callers that would then let its promise float', () => {
      open({
        'a.ts': 'function save(): void {\n  Promise.resolve();\n}\nfunction caller(): void {\n  save();\n}\ncaller();',
      });
      assert.match(fixNamed('a.ts', /^Make `save` async/)!.title, /1 caller to look at: a\.ts:5/);
    });

    it('that implements what may return a promise, and leaves its like alone', () => {
      open({
        'a.ts':
          "import type { Job } from './job.ts';\nexport class Save implements Job {\n  run() {\n    Promise.resolve();\n  }\n}",
        'b.ts': "import type { Job } from './job.ts';\nexport class Load implements Job {\n  run() {}\n}",
        'job.ts':
          'export interface Job {\n  run(): void | Promise<void>;\n}\nexport async function start(job: Job) {\n  await job.run();\n}',
      });
      const fix = fixNamed('a.ts', /^Make `run` async/)!;
      assert.match(after(fix, 'a.ts'), /async run\(\) \{\n    await Promise/);
      assert.equal(fix.edits.length, 2);
    });

    it('that says that it returns a promise, whatever is done with it', () => {
      open({
        'a.ts':
          'function f(): Promise<void> {\n  Promise.resolve();\n  return Promise.resolve();\n}\nexport const g = [f];',
      });
      assert.ok(fixNamed('a.ts', /^Make `f` async/));
    });

    for (const [why, text] of [
      [
        'a caller that cannot await uses its value',
        'function f(): number {\n  Promise.resolve();\n  return 1;\n}\nexport const g = () => f() + 1;',
      ],
      ['it is handed on', 'function f(): void {\n  Promise.resolve();\n}\nexport const g = [f];'],
      [
        'it implements an interface',
        'interface I {\n  f(): number;\n}\nexport class C implements I {\n  f() {\n    Promise.resolve();\n    return 1;\n  }\n}',
      ],
      ['it asserts a type', 'export function f(x: unknown): asserts x is string {\n  Promise.resolve();\n}'],
    ] as const) {
      it(`but not where ${why}`, () => {
        open({ 'a.ts': text });
        assert.equal(fixNamed('a.ts', /^Make/), undefined);
        assert.ok(fixNamed('a.ts', /void/));
      });
    }
  });

  it('makes fixes that meet in one place one after the other, until none is left', () => {
    const declared = 'declare function load(n: number): Promise<number>;\n';
    const text = `${declared}export async function f() {\n  load(await (await 1)), load(await 2);\n}`;
    open({ 'a.ts': text });
    const fixed = applyEdits(text, workspace.fixAll(at('a.ts')));
    assert.equal(fixed, `${declared}export async function f() {\n  await load((1)), await load(2);\n}`);
    workspace.setDocument(at('a.ts'), fixed);
    assert.deepEqual(workspace.fixAll(at('a.ts')), []);
  });

  it('offers no handler that would not type-check', () => {
    open({
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "lib": ["es2022"], "types": [] } }',
      'a.ts': 'export function f() {\n  Promise.resolve();\n}',
    });
    const [finding] = workspace.findingsAt(at('a.ts'), 0, 100);
    assert.deepEqual(
      finding!.fixes.map(fix => fix.title),
      ['Make `f` async and await the promise', 'Mark as floating with `void`'],
    );
  });
});
