import assert from 'node:assert/strict';
import type { ProjectConfig } from '../../shared/settings.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Configurations, type ConfigOverrides } from '../../server/lint/configurations.ts';
import { BLOCKING, FLOATING, SAMPLE_RULES } from './sample-rules.ts';

/** A workspace that consists of these project files. */
function workspace(files: Record<string, ProjectConfig | string>, overrides?: ConfigOverrides) {
  const texts = new Map(
    Object.entries(files).map(([file, config]) => [file, typeof config === 'string' ? config : JSON.stringify(config)]),
  );
  const configurations = new Configurations(SAMPLE_RULES, file => texts.get(file), overrides);
  return {
    configurations,
    at: (file: string, settings = DEFAULT_SETTINGS) => configurations.for(file, settings),
    write(file: string, text: string) {
      texts.set(file, text);
      configurations.changed(file);
    },
    remove(file: string) {
      texts.delete(file);
      configurations.changed(file);
    },
  };
}

describe('configuration of a file', () => {
  it('is the recommended preset where nothing is said', () => {
    const config = workspace({}).at('/app/src/a.ts');
    assert.equal(config.severity(FLOATING), 'error');
    assert.equal(config.severity(BLOCKING), 'warn');
    assert.equal(config.ignored, false);
    assert.equal(config.reportUnusedSuppressions, 'off');
  });

  for (const name of ['api.test-d.ts', 'api.spec-d.mts', 'api.tst.tsx']) {
    it(`leaves out ${name}, which is type-checked and never runs, unless the preset says more`, () => {
      const { at } = workspace({ '/strict/asynclens.json': { preset: 'strict' } });
      assert.equal(at(`/app/test/${name}`).ignored, true);
      assert.equal(at(`/strict/test/${name}`).ignored, false);
      assert.equal(at(`/app/test/${name.replace(/-d|tst/, 'test')}`).ignored, false);
    });
  }

  it('comes from the nearest project file upwards, and from no other', () => {
    const { at } = workspace({
      '/app/asynclens.json': { rules: { 'no-blocking-call': 'error' } },
      '/app/packages/ui/asynclens.json': { rules: { 'no-floating-promises': 'hint' } },
    });
    assert.equal(at('/app/src/a.ts').severity(BLOCKING), 'error');
    assert.equal(at('/app/packages/ui/src/a.ts').severity(BLOCKING), 'warn');
    assert.equal(at('/app/packages/ui/src/a.ts').severity(FLOATING), 'hint');
    assert.equal(at('/packages/ui/a.ts').severity(BLOCKING), 'warn');
    assert.equal(at('/app/packages/ui/src/a.ts').folder, '/app/packages/ui');
  });

  it('takes later overrides before earlier ones, with globs relative to the file', () => {
    const { at } = workspace({
      '/app/asynclens.json': {
        rules: { 'no-blocking-call': 'error' },
        overrides: [
          { files: ['test/**'], rules: { 'no-blocking-call': 'off' } },
          { files: ['**/*.bench.ts'], rules: { 'no-blocking-call': 'info' } },
        ],
      },
    });
    assert.equal(at('/app/src/test/a.ts').severity(BLOCKING), 'error');
    assert.equal(at('/app/test/a.ts').severity(BLOCKING), 'off');
    assert.equal(at('/app/test/a.bench.ts').severity(BLOCKING), 'info');
  });

  it('lets the project file win over the editor, where it says something', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      preset: 'strict',
      rules: { 'no-blocking-call': 'hint', 'no-floating-promises': 'info' },
    } as const;
    const { at } = workspace({ '/app/asynclens.json': { rules: { 'no-blocking-call': 'off' } } });
    assert.equal(at('/app/a.ts', settings).severity(BLOCKING), 'off');
    assert.equal(at('/app/a.ts', settings).severity(FLOATING), 'info');
    assert.deepEqual(at('/app/a.ts', settings).options(FLOATING), { ignoreVoid: false, ignoreIIFE: false });
  });

  it('is not disturbed by wrong editor settings', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      rules: { 'no-blocking-call': ['off', { x: 1 }], quotes: 'error' },
    } as const;
    assert.equal(workspace({}).at('/app/a.ts', settings).severity(BLOCKING), 'warn');
  });

  it('lets the command line win over all', () => {
    const overrides: ConfigOverrides = { preset: 'strict', rules: { 'no-floating-promises': 'info' } };
    const { at } = workspace(
      { '/app/asynclens.json': { preset: 'typescript-eslint', rules: { 'no-floating-promises': 'off' } } },
      overrides,
    );
    assert.equal(at('/app/a.ts').severity(FLOATING), 'info');
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'error');
  });

  it('uses one given file for everything', () => {
    const { at } = workspace(
      { '/ci/strict.json': { preset: 'strict' }, '/app/asynclens.json': { rules: { 'no-blocking-call': 'off' } } },
      { configFile: '/ci/strict.json' },
    );
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'error');
  });
});

describe('options of a rule', () => {
  it('are completed from the preset and then from their own defaults', () => {
    const { at } = workspace({
      '/app/asynclens.json': { preset: 'strict', rules: { 'no-floating-promises': ['warn', { ignoreIIFE: true }] } },
    });
    assert.deepEqual(at('/app/a.ts').options(FLOATING), { ignoreVoid: false, ignoreIIFE: true });
  });

  it('stay in force where a later setting is a severity only', () => {
    const { at } = workspace({
      '/app/asynclens.json': {
        rules: { 'no-floating-promises': ['warn', { ignoreIIFE: true }] },
        overrides: [{ files: ['b.ts'], rules: { 'no-floating-promises': 'info' } }],
      },
    });
    assert.equal(at('/app/b.ts').severity(FLOATING), 'info');
    assert.deepEqual(at('/app/b.ts').options(FLOATING), { ignoreVoid: true, ignoreIIFE: true });
  });
});

describe('ignored files', () => {
  const { at } = workspace({ '/app/asynclens.json': { ignore: ['vendor', './gen/', '**/*.generated.ts'] } });
  const ignored = (file: string) => at(file).ignored;

  it('are those that a glob matches, and all in folders that a glob matches', () => {
    assert.ok(ignored('/app/vendor/deep/a.ts'));
    assert.ok(ignored('/app/gen/a.ts'));
    assert.ok(ignored('/app/src/a.generated.ts'));
    assert.ok(!ignored('/app/src/vendor.ts'));
    assert.ok(!ignored('/app/src/vendor/a.ts'));
  });
});

describe('a broken project file', () => {
  const file = '/app/asynclens.json';

  it('leaves the last good one in force and is a problem until it is mended', () => {
    const { configurations, at, write } = workspace({ [file]: { rules: { 'no-blocking-call': 'off' } } });
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'off');

    write(file, '{ "rules": { "no-blocking-call": "offf" } }');
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'off');
    assert.equal(configurations.problems().length, 1);
    write(file, '{ "rules": { "no-blocking-call": ');
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'off');

    write(file, '{ "rules": { "no-blocking-call": "info" } }');
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'info');
    assert.deepEqual(configurations.problems(), []);
  });

  it('counts as none while it was never good', () => {
    const { configurations, at } = workspace({ [file]: '{' });
    assert.equal(at('/app/a.ts').severity(BLOCKING), 'warn');
    assert.equal(configurations.problems()[0]?.span.file, file);
  });
});

describe('a project file that comes or goes', () => {
  it('counts at once', () => {
    const { at, write, remove } = workspace({ '/app/asynclens.json': { rules: { 'no-blocking-call': 'off' } } });
    assert.equal(at('/app/src/a.ts').severity(BLOCKING), 'off');
    write('/app/src/asynclens.json', '{ "rules": { "no-blocking-call": "error" } }');
    assert.equal(at('/app/src/a.ts').severity(BLOCKING), 'error');
    remove('/app/src/asynclens.json');
    assert.equal(at('/app/src/a.ts').severity(BLOCKING), 'off');
  });
});

describe('packs of a project', () => {
  const PROJECT = { '/app/asynclens.json': { packs: ['./packs/jobs.pack.json'] } };
  const FILE = '/app/packs/jobs.pack.json';
  const JOBS = '{ "module": "jobs", "selfHandledCalls": ["start"] }';
  const CONFIG = '/app/asynclens.json';

  it('count besides ours, in the files that the project file counts for', () => {
    const { at } = workspace({ ...PROJECT, [FILE]: JOBS });
    const { packs } = at('/app/a.ts');
    assert.deepEqual(packs.slice(0, -1), at('/lib/a.ts').packs);
    assert.deepEqual({ ...packs.at(-1) }, { module: 'jobs', selfHandledCalls: ['start'] });
  });

  it('name files of the project by their place', () => {
    const { at } = workspace({ ...PROJECT, [FILE]: '{ "module": "../src/jobs.ts" }' });
    assert.equal(at('/app/a.ts').packs.at(-1)!.module, '/app/src/jobs.ts');
  });

  it('are read again when they change', () => {
    const { at, write } = workspace({ ...PROJECT, [FILE]: JOBS });
    assert.deepEqual(at('/app/a.ts').packs.at(-1)!.selfHandledCalls, ['start']);
    write(FILE, JOBS.replace('start', 'begin'));
    assert.deepEqual(at('/app/a.ts').packs.at(-1)!.selfHandledCalls, ['begin']);
  });

  it('leave the last good configuration in force while one is broken', () => {
    const { at, configurations, write, remove } = workspace({ ...PROJECT, [FILE]: JOBS });
    const good = at('/app/a.ts').packs;
    write(FILE, JOBS.replace('selfHandledCalls', 'selfHandledCall'));
    assert.deepEqual(at('/app/a.ts').packs, good);
    const [problem, ...others] = configurations.problems();
    assert.deepEqual(others, []);
    assert.equal(problem!.span.file, FILE);
    assert.match(problem!.message, /^Unknown key "selfHandledCall"\. Did you mean "selfHandledCalls"\?/);

    remove(FILE);
    assert.deepEqual(at('/app/a.ts').packs, good);
    assert.deepEqual(
      configurations.problems().map(({ span, message }) => [span.file, span.start.offset, message]),
      [[CONFIG, '{"packs":['.length, `There is no file ${FILE}.`]],
    );
    write(FILE, JOBS);
    assert.deepEqual(configurations.problems(), []);
  });
});
