import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { CachedRuns, type RunOptions } from './cached-runs.ts';
import { IN_PACKAGES, PROJECT_WITH_PACKAGES, READS, READS_NOTHING } from './package-project.ts';

const OPTIONS: RunOptions = { overrides: IN_PACKAGES() };

describe('the cache of results follows the JavaScript of packages, and lints', function () {
  this.timeout(60_000);
  let project: CachedRuns | undefined;

  afterEach(() => {
    project?.remove();
    rmSync(project!.cache, { recursive: true, force: true });
    project = undefined;
  });

  const linted = (files: Readonly<Record<string, string>> = {}): CachedRuns => {
    project = new CachedRuns({ ...PROJECT_WITH_PACKAGES, ...files });
    project.run(OPTIONS);
    return project;
  };

  /** What is reported after a change of one file. */
  const foundAfter = (app: CachedRuns, name: string, text: string): readonly string[] => {
    app.write(name, text);
    const { linted: again, reports } = app.run(OPTIONS);
    assert.notEqual(again, undefined, 'the compiler is started');
    return reports.flatMap(({ findings }) => findings.map(({ message }) => message.slice(0, message.indexOf(','))));
  };

  it('nothing where no package changed', () => {
    assert.equal(linted().run(OPTIONS).linted, undefined);
  });

  it('anew when a package is updated', () => {
    const app = linted();
    const found = ['`load` reads a file synchronously'];
    assert.deepEqual(foundAfter(app, 'other.ts', 'export const other = 2;\n'), found);
    assert.deepEqual(foundAfter(app, 'node_modules/settings/index.js', 'exports.load = name => name;\n'), []);
  });

  it('anew when a package is updated that another one uses', () => {
    const app = linted();
    assert.deepEqual(foundAfter(app, 'node_modules/text/index.js', READS_NOTHING), []);
    assert.deepEqual(foundAfter(app, 'node_modules/text/index.js', READS), ['`load` reads a file synchronously']);
  });

  it('anew when a package gets another one of its own in the place of that which all use', () => {
    const app = linted();
    app.write('node_modules/settings/node_modules/text/package.json', '{ "name": "text", "version": "2.0.0" }');
    assert.deepEqual(foundAfter(app, 'node_modules/settings/node_modules/text/index.js', READS_NOTHING), []);
  });

  it('anew when a package gets JavaScript that had declarations only', () => {
    const settings = { 'index.js': '', 'package.json': '{ "main": "lib.js" }' };
    const files = Object.entries(settings).map(([name, text]) => [`node_modules/settings/${name}`, text]);
    const app = linted(Object.fromEntries(files) as Record<string, string>);
    const text = "exports.load = require('text').text;\n";
    assert.deepEqual(foundAfter(app, 'node_modules/settings/lib.js', text), ['`load` reads a file synchronously']);
  });
});
