import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { CachedRuns, PROJECT } from './cached-runs.ts';

const APP = {
  'store.ts': [
    'export function log(text: string): void {',
    '  text.trim();',
    '}',
    'export function later(): void {',
    '  Promise.resolve();',
    '}',
    'export function calm(): void {',
    '  // asynclens-disable-next-line no-floating-promises -- on purpose',
    '  Promise.resolve();',
    '}',
    '',
  ].join('\n'),
  'main.ts': "import { later, log } from './store.ts';\nexport function start(): void {\n  later();\n  log('');\n}\n",
};

describe('the cache of results knows the functions of a file, and looks', function () {
  this.timeout(60_000);
  let project: CachedRuns | undefined;

  const linted = (files: Readonly<Record<string, string>> = APP): CachedRuns => {
    project = new CachedRuns(files);
    project.run();
    return project;
  };

  const edit = (app: CachedRuns, file: string, from: string, to: string): ReturnType<CachedRuns['run']> => {
    assert.ok(app.read(file).includes(from));
    app.write(file, app.read(file).replace(from, to));
    return app.run();
  };

  afterEach(() => {
    project?.remove();
    rmSync(project!.cache, { recursive: true, force: true });
    project = undefined;
  });

  it('at the one whose body changed; what was found below it moves, and what is silenced stays silent', () => {
    const app = linted();
    const { lookedAt, reports } = edit(app, 'store.ts', 'text.trim()', 'text\n    .trim()');
    assert.deepEqual(lookedAt, ['log']);
    assert.deepEqual(reports.flatMap(({ findings }) => findings.map(({ span }) => span.start.line)), [5]);
    assert.deepEqual(edit(app, 'store.ts', '    .trim()', '    .trim().trim()').lookedAt, ['log']);
  });

  it('again at one that looked into another, and at no others of its file', () => {
    const app = linted({
      'tools.ts': 'export function each(work: () => void): void {\n  work();\n}\n',
      'main.ts': [
        "import { each } from './tools.ts';",
        'async function load(): Promise<void> {\n  throw new Error();\n}',
        'export function first(): void {',
        '  each(async () => load());',
        '}',
        'export function second(): void {',
        '  each(() => undefined);',
        '}',
        '',
      ].join('\n'),
    });
    const { lookedAt } = edit(app, 'tools.ts', 'work();', 'return work();');
    assert.deepEqual(lookedAt.toSorted(), ['each', 'first']);
  });

  it('at all where a function changed that is called in place', () => {
    const inPlace = 'export let ready = 0;\n(() => {\n  ready = 1;\n})();\n';
    const app = linted({ 'main.ts': `${inPlace}export function f(): void {\n  Promise.resolve(ready);\n}\n` });
    assert.deepEqual(edit(app, 'main.ts', 'ready = 1', 'ready = 2').lookedAt, ['f']);
  });

  it('at all of the files that import what has another type now', () => {
    const app = linted();
    const { lookedAt } = edit(
      app,
      'store.ts',
      'later(): void {\n  Promise.resolve();',
      'later(): Promise<void> {\n  return Promise.resolve();',
    );
    assert.deepEqual(lookedAt.toSorted(), ['calm', 'later', 'log', 'start']);
  });
});

describe('the cache of results lets the compiler look at the disk untold', function () {
  this.timeout(60_000);
  let project: CachedRuns | undefined;

  const linted = (files: Readonly<Record<string, string>>): CachedRuns => {
    project = new CachedRuns(files);
    assert.deepEqual(project.run().compilers, ['told']);
    return project;
  };

  afterEach(() => {
    project?.remove();
    rmSync(project!.cache, { recursive: true, force: true });
    project = undefined;
  });

  it('when files import what they did', () => {
    const app = linted(PROJECT);
    app.write('store.ts', app.read('store.ts').replace('return 1', 'return Promise.resolve()'));
    assert.deepEqual(app.run().compilers, ['untold']);
  });

  it('but not when one imports something else', () => {
    const app = linted(PROJECT);
    app.write('main.ts', `${app.read('main.ts')}import './later.ts';\n`);
    assert.deepEqual(app.run().compilers, ['told']);
    app.write('later.ts', 'Promise.resolve();\n');
    assert.ok(app.run().linted?.includes('later.ts'));
  });

  it('and starts another when one imports something else than its text seems to', () => {
    const app = linted({ ...PROJECT, 'other.ts': "/*\nimport './later.ts';\n*/\nexport const other = 1;\n" });
    app.write('other.ts', app.read('other.ts').replace('/*\n', '').replace('*/\n', ''));
    assert.deepEqual(app.run().compilers, ['told']);
    app.write(
      'main.ts',
      app.read('main.ts').replace("import { run } from './service.ts';", "\nimport { run } from './service.ts';"),
    );
    assert.deepEqual(app.run().compilers, ['untold']);
    app.write('other.ts', "const text = `\nimport './later.ts';\n`;\nexport const other = text;\n");
    const { compilers } = app.run();
    assert.deepEqual(compilers, ['untold', 'told']);
  });

  it('and loads only the projects that have an edited file in them', () => {
    const app = linted({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./one" }, { "path": "./two" }] }',
      'one/tsconfig.json': '{ "compilerOptions": { "composite": true, "strict": true }, "include": ["."] }',
      'one/main.ts': 'export function one(): void {\n  Promise.resolve();\n}\n',
      'two/tsconfig.json': '{ "compilerOptions": { "composite": true, "strict": true }, "include": ["."] }',
      'two/main.ts': 'export function two(): void {\n  Promise.resolve();\n}\n',
    });
    app.write('two/main.ts', app.read('two/main.ts').replace('Promise', '\nPromise'));
    const { assumed, linted: again } = app.run();
    assert.deepEqual([[...new Set(assumed)], again], [['two/main.ts'], ['two/main.ts']]);
  });
});
