import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { Folder } from '../lsp/folder.ts';
import { IN_PACKAGES, NODE, PROJECT_WITH_PACKAGES, READS_NOTHING, SETTINGS, TSCONFIG } from './package-project.ts';

/** Another package like `settings`, which reads the file itself. */
const OPTIONS_PACKAGE = {
  'node_modules/options/package.json': '{ "name": "options", "version": "1.0.0" }',
  'node_modules/options/index.js': "const fs = require('fs');\nexports.load = name => fs.readFileSync(name);\n",
  'node_modules/options/index.d.ts': 'export declare function load(name: string): string;\n',
};

interface Outcome {
  readonly found: readonly string[];
  readonly searches: readonly string[];
}

const BOTH = `import { load } from 'settings';
import { load as loadOptions } from 'options';
export async function start() {
  return [load('a'), loadOptions('b')];
}
`;

describe('the JavaScript of packages', function () {
  this.timeout(60_000);
  let app: Folder;
  afterEach(() => app.remove());

  /** What one process finds, and the searches that it makes for it. */
  const run = (overrides = IN_PACKAGES()): Outcome => {
    const searches: string[] = [];
    const workspace = createWorkspace(
      {
        cancelled: () => false,
        log: line => void (line.includes('is searched') && searches.push(line)),
        compilerStarted: () => undefined,
        settingsFor: () => DEFAULT_SETTINGS,
      },
      { cwd: app.path, lifetime: 'run', overrides, keepIn: { folder: `${app.path}/.kept`, version: '1.0.0' } },
    );
    try {
      const reports = [...workspace.lint(workspace.filesUnder([app.path]), 'none')];
      const findings = reports.flatMap(report => report.findings);
      return { found: findings.map(({ message }) => message.split(' ')[0]!), searches };
    } finally {
      workspace.dispose();
    }
  };

  it('is searched once, for all runs to come', () => {
    app = new Folder(PROJECT_WITH_PACKAGES);
    const first = run();
    assert.deepEqual(first.found, ['`load`']);
    assert.equal(first.searches.length, 1);
    assert.deepEqual(run(), { found: ['`load`'], searches: [] });
  });

  it('is searched again when it changed', () => {
    app = new Folder(PROJECT_WITH_PACKAGES);
    run();
    app.write('node_modules/text/index.js', READS_NOTHING);
    const again = run();
    assert.deepEqual(again.found, []);
    assert.equal(again.searches.length, 1);
  });

  it('is searched for what is imported now and was not before', () => {
    app = new Folder({ ...PROJECT_WITH_PACKAGES, ...OPTIONS_PACKAGE });
    run();
    app.write('service.ts', BOTH);
    const again = run();
    assert.deepEqual(again.found, ['`load`', '`loadOptions`']);
    assert.match(again.searches.join(), /of 1 module /);
  });

  it('is not looked into without the option, nor that of packages that the option does not name', () => {
    app = new Folder({ 'tsconfig.json': TSCONFIG, ...NODE, ...SETTINGS, ...OPTIONS_PACKAGE, 'service.ts': BOTH });
    assert.deepEqual(run({}), { found: [], searches: [] });
    assert.deepEqual(run(IN_PACKAGES(['options'])).found, ['`loadOptions`']);
  });

  it('says nothing of what a pack calls harmless, or that calls it', () => {
    const pack = JSON.stringify({ module: 'text', nonblocking: ['text'] });
    app = new Folder({
      'tsconfig.json': TSCONFIG,
      ...NODE,
      ...SETTINGS,
      ...OPTIONS_PACKAGE,
      'service.ts': BOTH,
      'text.pack.json': pack,
      'asynclens.json': JSON.stringify({
        packs: ['./text.pack.json'],
        rules: { 'no-blocking-call': ['warn', { dependencies: true }] },
      }),
    });
    assert.deepEqual(run({}).found, ['`loadOptions`']);
  });
});
