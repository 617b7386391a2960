import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { CachedRuns, PROJECT } from './cached-runs.ts';
import { RandomProject } from './random-project.ts';

const NOTHING = undefined;
const clock = Date.now;

const SYNC_STORE = PROJECT['store.ts'].replace('async function save(): Promise<void>', 'function save(): void');
const ALL = Object.keys(PROJECT).toSorted();

describe('the cache of results', function () {
  this.timeout(60_000);
  let project: CachedRuns | undefined;

  /** A project that was linted once. */
  const linted = (files: Readonly<Record<string, string>> = {}): CachedRuns => {
    project = new CachedRuns({ ...PROJECT, ...files });
    assert.deepEqual(project.run().linted, Object.keys({ ...PROJECT, ...files }).filter(isSource).toSorted());
    return project;
  };

  /** From now on all that was written looks old, as it does to most runs: stamps count. */
  const letTimePass = (): void => {
    Date.now = () => clock() + 60_000;
  };

  afterEach(() => {
    Date.now = clock;
    project?.remove();
    project = undefined;
  });

  describe('does not start the compiler', () => {
    it('when nothing changed', () => {
      const app = linted();
      const { linted: again, reports } = app.run();
      assert.equal(again, NOTHING);
      assert.equal(reports.find(({ file }) => file.endsWith('main.ts'))?.findings.length, 1);
    });

    it('when files were only written again', () => {
      const app = linted();
      app.write('store.ts', PROJECT['store.ts']);
      utimesSync(join(app.path, 'main.ts'), 1, 1);
      assert.equal(app.run().linted, NOTHING);
    });

    it('when a file came that is no source', () => {
      const app = linted();
      app.write('README.md', '# An app');
      assert.equal(app.run().linted, NOTHING);
    });
  });

  describe('lints a changed file', () => {
    it('alone when only the body of a function changed that says what it returns', () => {
      const app = linted({ 'store.ts': PROJECT['store.ts'].replace('log()', 'log(): number') });
      app.write('store.ts', app.read('store.ts').replace('return 1', 'return 2'));
      assert.deepEqual(app.run().linted, ['store.ts']);
    });

    it('with all that import it when its types changed', () => {
      const app = linted();
      app.write('store.ts', SYNC_STORE);
      const { linted: again, reports } = app.run();
      assert.deepEqual(again, ['main.ts', 'service.ts', 'store.ts']);
      assert.deepEqual(reports.flatMap(({ findings }) => findings), []);
    });

    it('without those that only see what an importer declares everywhere of its own', () => {
      const app = linted({
        'service.ts': `${PROJECT['service.ts']}declare global {\n  interface Window {\n    zap: string;\n  }\n}\n`,
      });
      app.write('store.ts', SYNC_STORE);
      assert.deepEqual(app.run().linted, ['main.ts', 'service.ts', 'store.ts']);
    });

    it('with all that import it when the body of a function changed whose type follows from it', () => {
      const app = linted();
      app.write('store.ts', PROJECT['store.ts'].replace('return 1', 'return save()'));
      assert.deepEqual(app.run().linted, ['main.ts', 'service.ts', 'store.ts']);
    });

    it('with those for which a rule looked into a body that changed', () => {
      const app = linted({
        'store.ts': 'export function save(): Promise<void> {\n  return Promise.reject().catch(() => {});\n}\n',
        'main.ts': "import { save } from './store.ts';\nsave();\n",
        'other.ts': "import { save } from './store.ts';\nsave();\n",
      });
      app.write('store.ts', app.read('store.ts').replace('.catch(() => {})', ''));
      const { linted: again, reports } = app.run();
      assert.deepEqual(again, ['main.ts', 'other.ts', 'store.ts']);
      assert.equal(reports.find(({ file }) => file.endsWith('main.ts'))?.findings.length, 1);
    });

    it('with those whose findings point into it', () => {
      const app = linted({
        'store.ts': 'export function log(): number {\n  return 1;\n}\nexport declare function save(): Promise<void>;\n',
        'main.ts': "import { save } from './store.ts';\nsave();\n",
      });
      app.write('store.ts', app.read('store.ts').replace('return 1', '\nreturn 1'));
      assert.deepEqual(app.run().linted, ['main.ts', 'store.ts']);
    });

    it('with all that import it when a body assigns a variable of the module', () => {
      const state = 'let state = 1;\nexport const get = () => state;\nexport function set(): void {\n  state = 2;\n}\n';
      const app = linted({ 'store.ts': state + PROJECT['store.ts'] });
      app.write('store.ts', app.read('store.ts').replace('state = 2', 'state = 3'));
      assert.deepEqual(app.run().linted, ['main.ts', 'service.ts', 'store.ts']);
    });

    it('also when its stamp says nothing, for it was written just before', () => {
      const app = linted();
      app.write('other.ts', 'export const other = 2;\n');
      const { mtime } = statSync(join(app.path, 'store.ts'));
      utimesSync(join(app.path, 'other.ts'), mtime, mtime);
      assert.deepEqual(app.run().linted, ['other.ts']);
    });
  });

  describe('lints what depends on which files there are', () => {
    it('when a file comes that was looked for in vain', () => {
      const app = linted({ 'main.ts': "import { later } from './later.ts';\nlater();\n" });
      app.write('later.ts', 'export async function later() {}\n');
      assert.deepEqual(app.run().linted, ['later.ts', 'main.ts']);
    });

    it('when a file comes that hides another', () => {
      const app = linted({
        'lib/index.ts': 'export const lib = 1;\n',
        'main.ts': "import * as lib from './lib';\nlib;\n",
      });
      app.write('lib.ts', 'export const lib = Promise.resolve();\n');
      assert.deepEqual(app.run().linted, ['lib.ts', 'main.ts']);
    });

    it('when a file goes', () => {
      const app = linted();
      rmSync(join(app.path, 'store.ts'));
      assert.deepEqual(app.run().linted, ['main.ts', 'service.ts']);
    });

    it('when a link to a file leads elsewhere', () => {
      const app = linted({
        'a/lib.ts': 'export const f = async () => {};\n',
        'b/lib.ts': 'export const f = () => {};\n',
      });
      symlinkSync(join(app.path, 'a/lib.ts'), join(app.path, 'linked.ts'));
      app.write('main.ts', "import { f } from './linked.ts';\nf();\n");
      app.run();
      rmSync(join(app.path, 'linked.ts'));
      symlinkSync(join(app.path, 'b/lib.ts'), join(app.path, 'linked.ts'));
      assert.ok(app.run().linted?.includes('main.ts'));
    });

    it('when a link to nothing leads somewhere', () => {
      const app = linted({
        'main.ts': "import { f } from './linked/lib.ts';\nimport { g } from './linked.ts';\nf();\ng();\n",
      });
      symlinkSync(`${app.path}-later`, join(app.path, 'linked'));
      symlinkSync(`${app.path}-later/lib.ts`, join(app.path, 'linked.ts'));
      letTimePass();
      app.run();
      const later = (project = new CachedRuns({}));
      try {
        later.write('lib.ts', 'export const f = async () => {};\nexport const g = f;\n');
        renameSync(later.path, `${app.path}-later`);
        assert.ok(app.run().linted?.includes('main.ts'));
      } finally {
        rmSync(`${app.path}-later`, { recursive: true });
        project = app;
      }
    });

    for (const through of ['dep', 'other'] as const) {
      it(`when a linked package changed that is seen through a package which imports it, as ${through}`, () => {
        const declared = (name: string, text: string) => ({
          [`node_modules/${name}/package.json`]: `{ "name": "${name}", "types": "index.d.ts" }`,
          [`node_modules/${name}/index.d.ts`]: text,
        });
        const app = linted({
          'packages/own/package.json': '{ "name": "own", "types": "index.ts" }',
          'packages/own/index.ts': 'export interface Saved {\n  save(): Promise<void>;\n}\n',
          ...declared('dep', "export { load } from './load';\n"),
          'node_modules/dep/load.d.ts': "import { Saved } from 'own';\nexport declare function load(): Saved;\n",
          ...declared('other', "export { load } from 'dep';\n"),
          'main.ts': `import { load } from '${through}';\nload().save();\n`,
        });
        symlinkSync('../packages/own', join(app.path, 'node_modules/own'));
        app.run();
        app.write('packages/own/index.ts', 'export interface Saved {\n  save(): void;\n}\n');
        assert.deepEqual(app.run().linted, ['main.ts', 'packages/own/index.ts']);
        app.write('packages/own/index.ts', 'export interface Saved {\n  save(): Promise<void>;\n}\n');
        assert.deepEqual(app.run().linted, ['main.ts', 'packages/own/index.ts']);
      });
    }

    it('when a folder comes with a name that all objects know', () => {
      const app = linted({ 'main.ts': "import { f } from './constructor';\nf();\n" });
      app.write('constructor/index.ts', 'export const f = async () => {};\n');
      assert.deepEqual(app.run().linted, ['constructor/index.ts', 'main.ts']);
    });

    it('when a file leaves the project that it was part of by an import', () => {
      const app = linted({
        'tsconfig.json': '{ "compilerOptions": { "strict": false, "module": "esnext" }, "include": ["main.ts"] }',
        'main.ts': "import './other.ts';\n",
        'other.ts': 'declare const maybe: Promise<void> | undefined;\nasync () => {\n  await maybe;\n};\nexport {};\n',
      });
      app.write('main.ts', 'export {};\n');
      assert.ok(app.run().linted?.includes('other.ts'));
    });

    it('when a link to a folder leads elsewhere', () => {
      const app = linted({
        'a/lib.ts': 'export const f = async () => {};\n',
        'b/lib.ts': 'export const f = () => {};\n',
      });
      symlinkSync(join(app.path, 'a'), join(app.path, 'linked'));
      app.write('main.ts', "import { f } from './linked/lib.ts';\nf();\n");
      letTimePass();
      app.run();
      rmSync(join(app.path, 'linked'));
      symlinkSync(join(app.path, 'b'), join(app.path, 'linked'));
      assert.ok(app.run().linted?.includes('main.ts'));
    });
  });

  describe('lints all files', () => {
    const causes: Readonly<Record<string, (app: CachedRuns) => void>> = {
      'a script changes, whose names are known everywhere': app =>
        app.write('globals.d.ts', 'declare var zap: string;\n'),
      'the tsconfig changes': app => app.write('tsconfig.json', '{ "extends": "./base.json", "compilerOptions": {} }'),
      'what the tsconfig extends changes': app => app.write('base.json', '{ "compilerOptions": { "strict": false } }'),
      'an asynclens.json comes': app => app.write('asynclens.json', '{ "preset": "strict" }'),
      'a package that is used changes': app =>
        app.write('node_modules/dep/index.d.ts', 'export declare function dep(): string;\n'),
      'the package.json of a package changes': app =>
        app.write('node_modules/dep/package.json', '{ "name": "dep", "types": "index.d.ts", "version": "2.0.0" }'),
    };
    for (const [cause, change] of Object.entries(causes)) {
      it(`when ${cause}`, () => {
        const app = linted({
          'tsconfig.json': '{ "extends": "./base.json" }',
          'base.json': '{ "compilerOptions": { "strict": true, "target": "es2022", "moduleResolution": "bundler" } }',
          'globals.d.ts': 'declare var zap: number;\n',
          'node_modules/dep/package.json': '{ "name": "dep", "types": "index.d.ts" }',
          'node_modules/dep/index.d.ts': 'export declare function dep(): Promise<void>;\n',
          'other.ts': "import { dep } from 'dep';\ndep();\n",
        });
        change(app);
        assert.deepEqual(app.run().linted, ALL);
      });
    }

    it('when Asynclens is another version', () => assert.deepEqual(linted().run({ version: '1.0.1' }).linted, ALL));

    it('when the command line says something else', () => {
      const app = linted();
      const overrides = { preset: 'strict' } as const;
      assert.deepEqual(app.run({ overrides }).linted, ALL);
      assert.equal(app.run({ overrides }).linted, NOTHING);
      assert.equal(app.run().linted, NOTHING);
    });

    for (const [way, files] of Object.entries({
      'the type of a global': { 'api.d.ts': "declare const save: typeof import('./store.ts').save;\n" },
      'what a module declares everywhere': {
        'api.ts': "import type { save as Save } from './store.ts';\ndeclare global {\n  const save: typeof Save;\n}\n",
      },
      'what a module declares everywhere of an import type': {
        'api.ts': "export {};\ndeclare global {\n  const save: typeof import('./store.ts').save;\n}\n",
      },
      'a declaration file of the project': {
        'api.d.ts': "import { save } from './store.ts';\nexport const later: ReturnType<typeof save>;\n",
        'other.ts': "import { later } from './api';\nlater;\n",
      },
    })) {
      it(`when a module changes that is seen through ${way}`, () => {
        const app = linted({ 'store.ts': SYNC_STORE, 'other.ts': 'export {};\nsave();\n', ...files });
        app.write('store.ts', PROJECT['store.ts']);
        assert.ok(app.run().linted?.includes('other.ts'));
      });
    }

    it('when anything changed and suggestions are wanted, which depend on callers', () => {
      const app = linted();
      app.run({ fixes: 'all' });
      assert.equal(app.run({ fixes: 'all' }).linted, NOTHING);
      app.write('store.ts', PROJECT['store.ts'].replace('{}', '{ await 1; }'));
      assert.deepEqual(app.run({ fixes: 'all' }).linted, ALL);
    });

    for (const [state, damage] of Object.entries({
      'is broken': (text: string) => text.slice(0, -10),
      'was tampered with': (text: string) => text.replace('"findings":[{', '"findings":[],"x":[{'),
      'is something else': () => '# Notes\n',
      'is empty': () => '',
    })) {
      it(`when what was kept ${state}, and keeps it anew`, () => {
        const app = linted();
        const file = join(app.cache, readdirSync(app.cache)[0]!);
        writeFileSync(file, damage(readFileSync(file, 'utf8')));
        assert.deepEqual(app.run().linted, ALL);
        assert.equal(app.run().linted, NOTHING);
      });
    }
  });

  for (const seed of [1, 2, 3]) {
    it(`never says what a run without it would not, whatever changes (seed ${seed})`, () => {
      const app = (project = new CachedRuns({}));
      const random = new RandomProject(app, seed);
      if (seed > 1) letTimePass();
      const changes: string[] = [];
      for (let step = 0; step < 30; step++) {
        const { cached, fresh } = app.both();
        assert.deepEqual(cached.reports, fresh, changes.join('\n'));
        changes.push(random.change());
      }
    });
  }

  it('keeps nothing of a run during which a file changed', () => {
    project = new CachedRuns(PROJECT);
    project.cachedRun({ meanwhile: () => project!.write('main.ts', 'export {};\n') });
    assert.deepEqual(project.run().linted, ALL);
  });

  it('does not take a file for unchanged that changes before the compiler reads it', () => {
    const app = linted();
    app.write('other.ts', 'export const other = 2;\n');
    app.cachedRun({ opening: () => app.write('store.ts', SYNC_STORE) });
    assert.deepEqual(app.run().reports.flatMap(({ findings }) => findings), []);
  });

  it('keeps nothing of a run during which a file was another for a while', () => {
    project = new CachedRuns(PROJECT);
    project.cachedRun({
      meanwhile: () => {
        project!.write('main.new', PROJECT['main.ts']);
        renameSync(join(project!.path, 'main.new'), join(project!.path, 'main.ts'));
      },
    });
    assert.deepEqual(project.run().linted, ALL);
  });

  it('lints where paths are too long, and links lead in circles', () => {
    const app = linted({ 'main.ts': `import '${'x'.repeat(300)}';\nimport './circle';\nPromise.resolve();\n` });
    symlinkSync('circle.ts', join(app.path, 'circle.ts'));
    assert.equal(app.run().reports.flatMap(({ findings }) => findings).length, 1);
  });

  it('leaves nothing behind when it cannot keep results', () => {
    const app = linted();
    const file = join(app.cache, readdirSync(app.cache)[0]!);
    rmSync(file);
    mkdirSync(file);
    assert.deepEqual(app.run().linted, ALL);
    assert.deepEqual(readdirSync(app.cache), [basename(file)]);
    assert.match(app.complaints.join('\n'), /EISDIR|EEXIST|EPERM/);
  });

  it('says when it cannot keep results, and lints all the same', () => {
    project = new CachedRuns(PROJECT);
    writeFileSync(project.cache, 'a file where the folder should be');
    assert.deepEqual(project.run().linted, ALL);
    assert.match(project.complaints.join('\n'), /EEXIST|ENOTDIR/);
  });
});

const isSource = (name: string): boolean =>
  name.endsWith('.ts') && !name.includes('node_modules') && !name.endsWith('.d.ts');
