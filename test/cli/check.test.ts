import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { project } from './project.ts';

const SAVE = 'export async function save(): Promise<void> {}\n';
const FLOATING = "import { save } from './save.js';\nexport async function main() {\n  save();\n}\n";
const CLEAN = "import { save } from './save.js';\nexport const main = () => save();\n";

describe('asynclens check', function () {
  this.timeout(120_000);

  it('shows findings in their code and exits with 1', () => {
    const { code, stdout, stderr } = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING }).asynclens('check');
    assert.match(stdout, /^src\/main\.ts:3:3 error no-floating-promises\n/);
    assert.match(stdout, /\n> 3 │ {3}save\(\);\n {4}│ {3}\^{7}\n/);
    assert.match(stdout, /\n1 error in 2 files checked\.\n$/);
    assert.equal(stderr, '');
    assert.equal(code, 1);
  });

  it('exits with 0 when there is nothing to complain of', () => {
    const { code, stdout } = project({ 'src/save.ts': SAVE, 'src/main.ts': CLEAN }).asynclens('check');
    assert.equal(stdout, 'No findings, 2 files checked.\n');
    assert.equal(code, 0);
  });

  it('checks the given paths only', () => {
    const app = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING, 'src/other/clean.ts': 'export {};\n' });
    assert.equal(app.asynclens('check', 'src/save.ts', 'src/other').stdout, 'No findings, 2 files checked.\n');
    assert.equal(app.asynclens('check', 'src/main.ts').code, 1);
  });

  it('checks the files of a given project', () => {
    const app = project({
      'src/save.ts': SAVE,
      'src/main.ts': FLOATING,
      'tsconfig.lib.json': '{ "files": ["src/save.ts"] }',
    });
    assert.equal(app.asynclens('check', '--project', 'tsconfig.lib.json').stdout, 'No findings, 1 file checked.\n');
  });

  it('names a tsconfig that cannot be read in full, again when nothing changed since, and checks its files', () => {
    const app = project({
      'tsconfig.json': '{ "extends": "./base.json" }',
      'src/save.ts': SAVE,
      'src/main.ts': FLOATING,
    });
    for (const run of ['first', 'second']) {
      const { code, stdout, stderr } = app.asynclens('check');
      assert.match(
        stderr,
        /^tsconfig\.json could not be read in full, so types may be missing: Cannot read file '.*base\.json'\.\n$/,
        run,
      );
      assert.match(stdout, /\n1 error in 2 files checked\.\n$/);
      assert.equal(code, 1);
    }
  });

  it('writes ESLint’s JSON', () => {
    const { stdout } = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING }).asynclens('check', '--format', 'json');
    const [main, save] = JSON.parse(stdout);
    const [{ ruleId, line, column, fix }] = main.messages;
    assert.deepEqual({ ruleId, line, column }, { ruleId: 'no-floating-promises', line: 3, column: 3 });
    assert.deepEqual(fix, { range: [FLOATING.indexOf('save();'), FLOATING.indexOf('save();')], text: 'await ' });
    assert.deepEqual(save.messages, []);
  });

  it('counts warnings also when it shows errors only', () => {
    const app = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING });
    const warn = ['check', '--rule', 'no-floating-promises=warn'];
    assert.equal(app.asynclens(...warn).code, 0);
    assert.equal(app.asynclens(...warn, '--max-warnings', '1').code, 0);
    const { code, stdout, stderr } = app.asynclens(...warn, '--max-warnings', '0', '--quiet');
    assert.equal(stdout, 'No findings, 2 files checked.\n');
    assert.equal(stderr, 'Too many warnings: 1, where --max-warnings allows 0.\n');
    assert.equal(code, 1);
  });

  it('takes options of rules, a preset and a configuration file', () => {
    const app = project({
      'src/save.ts': SAVE,
      'src/main.ts': FLOATING.replace('save();', 'void save();'),
      'ci.json': '{ "rules": { "no-floating-promises": ["error", { "ignoreVoid": false }] } }',
    });
    assert.equal(app.asynclens('check').code, 0);
    assert.equal(app.asynclens('check', '--rule', 'no-floating-promises=error:{"ignoreVoid":false}').code, 1);
    assert.equal(app.asynclens('check', '--config', 'ci.json').code, 1);
    assert.equal(app.asynclens('check', '--preset', 'typescript-eslint').code, 0);
  });
});

describe('results of asynclens check', function () {
  this.timeout(120_000);
  const debug = { ASYNCLENS_DEBUG: '1' };

  it('are kept beside the packages, and used by the next run', () => {
    const app = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING, 'node_modules/dep/package.json': '{}' });
    const first = app.asynclens('check');
    assert.equal(readdirSync(`${app.path}/node_modules/.cache/asynclens`).length, 1);
    assert.deepEqual(app.asynclens('check'), first);
    app.write('src/main.ts', CLEAN);
    const { stdout, stderr } = app.asynclensWith(debug, 'check');
    assert.equal(stdout, 'No findings, 2 files checked.\n');
    assert.match(stderr, /^Of 2 files 1 is linted; the others are as in the run before\.$/m);
  });

  it('are kept where somebody says, or not at all', () => {
    const app = project({ 'src/main.ts': 'export {};\n', 'node_modules/dep/package.json': '{}' });
    app.asynclens('check', '--no-cache');
    app.asynclens('check', '--cache-location', 'kept');
    assert.equal(readdirSync(`${app.path}/kept`).length, 1);
    assert.deepEqual(readdirSync(`${app.path}/node_modules`), ['dep']);
  });

  it('are not taken for those of fixed files', () => {
    const app = project({ 'src/save.ts': SAVE, 'src/main.ts': FLOATING });
    assert.equal(app.asynclens('check').code, 1);
    assert.equal(app.asynclens('check', '--fix').code, 0);
    assert.equal(app.asynclens('check').code, 0);
  });

  it('are found all the same when they cannot be kept', () => {
    const app = project({ 'src/main.ts': 'export {};\n', kept: 'a file' });
    const { code, stderr } = app.asynclens('check', '--cache-location', 'kept');
    assert.match(stderr, /^The results could not be kept for the next run: .*Try --cache-location or --no-cache\.\n$/);
    assert.equal(code, 0);
  });
});

describe('asynclens check with an asynclens.json', function () {
  this.timeout(120_000);

  it('follows it', () => {
    const app = project({
      'src/save.ts': SAVE,
      'src/main.ts': FLOATING,
      'src/gen/main.ts': FLOATING,
      'src/test/main.ts': FLOATING.replace('./', '../'),
      'asynclens.json': `{
        "ignore": ["src/gen"], // generated
        "overrides": [{ "files": ["src/test/**"], "rules": { "no-floating-promises": "off" } }],
      }`,
    });
    assert.match(app.asynclens('check').stdout, /^src\/main\.ts:3:3 .*1 error in 3 files checked\.\n$/s);
  });

  it('refuses to work with a broken one', () => {
    const { code, stdout, stderr } = project({
      'src/main.ts': 'export {};\n',
      'asynclens.json': '{\n  "rules": { "no-floating-promise": "error" }\n}',
    }).asynclens('check', '--fix');
    assert.equal(stdout, '');
    assert.equal(
      stderr,
      'asynclens.json:2:14 Unknown rule "no-floating-promise". Did you mean "no-floating-promises"?\n',
    );
    assert.equal(code, 2);
  });

  it('reports suppression comments of no use, and removes them', () => {
    const suppressed = FLOATING.replace(
      '  save',
      '  // asynclens-disable-next-line no-floating-promises -- test\n  save',
    );
    const app = project({
      'src/save.ts': `// asynclens-disable-next-line\n${SAVE}`,
      'src/main.ts': suppressed,
      'asynclens.json': '{ "reportUnusedSuppressions": "warn" }',
    });
    assert.match(
      app.asynclens('check').stdout,
      /^src\/save\.ts:1:1 warning unused-suppression\n.*1 warning in 2 files/s,
    );
    assert.equal(app.asynclens('check', '--fix').stdout, 'No findings, 2 files checked.\n');
    assert.equal(app.read('src/save.ts'), SAVE);
    assert.equal(app.read('src/main.ts'), suppressed);
  });

  it('reports suppression comments without a reason', () => {
    const comment = '// asynclens-disable-next-line no-floating-promises';
    const { stdout } = project({
      'src/save.ts': SAVE,
      'src/main.ts': FLOATING.replace('  save', `  ${comment}\n  save`),
      'asynclens.json': '{ "reportUnexplainedSuppressions": "warn" }',
    }).asynclens('check');
    assert.match(stdout, /^src\/main\.ts:\d+:3 warning unexplained-suppression\n.*1 warning in 2 files/s);
  });
});

describe('asynclens check --fix', function () {
  this.timeout(120_000);

  it('writes the safe fixes and reports what is left', () => {
    const app = project({
      'src/save.ts': SAVE,
      'src/main.ts': `${FLOATING}export function later() {\n  save();\n}\n`,
    });
    const { code, stdout } = app.asynclens('check', '--fix');
    assert.match(stdout, /^src\/main\.ts:6:3 error .*\n1 error in 2 files checked\.\n$/s);
    assert.equal(code, 1);
    assert.match(app.read('src/main.ts'), /main\(\) \{\n {2}await save\(\);/);
    assert.match(app.read('src/main.ts'), /later\(\) \{\n {2}save\(\);/);
  });

  it('keeps byte order marks and Windows line ends', () => {
    const windows = `\uFEFF${FLOATING.replaceAll('\n', '\r\n')}`;
    const oneLine = '\uFEFFexport async function f() { f(); }\n';
    const app = project({ 'src/save.ts': SAVE, 'src/main.ts': windows, 'src/first.ts': oneLine });
    assert.match(app.asynclens('check').stdout, /^src\/first\.ts:1:29 error/);
    assert.equal(app.asynclens('check', '--fix').code, 0);
    assert.equal(app.read('src/main.ts'), windows.replace('  save()', '  await save()'));
    assert.equal(app.read('src/first.ts'), oneLine.replace('{ f()', '{ await f()'));
  });
});

describe('asynclens used wrongly', function () {
  this.timeout(120_000);
  const app = () => project({ 'src/main.ts': 'export {};\n', 'docs/readme.md': '#' });

  const cases: Record<string, [args: string[], message: string]> = {
    'without a command': [[], 'asynclens: What is to be done? Try `asynclens check`, or `asynclens --help`.\n'],
    'with a path that does not exist': [['check', 'scr'], 'asynclens: There is no file or folder scr.\n'],
    'with a project that does not exist': [
      ['check', '--project', 'x.json'],
      'asynclens: There is no file or folder x.json.\n',
    ],
    'with a folder without source files': [
      ['check', 'docs'],
      'asynclens: There is nothing to check in docs: no source file, or all are ignored.\n',
    ],
    'with a file that is no source file': [
      ['check', 'tsconfig.json'],
      'asynclens: There is nothing to check in tsconfig.json: no source file, or all are ignored.\n',
    ],
    'with a rule that does not exist': [
      ['check', '--rule', 'no-floating=off'],
      'asynclens: --rule: Unknown rule "no-floating". Did you mean "no-floating-promises"?\n',
    ],
  };
  for (const [name, [args, message]] of Object.entries(cases)) {
    it(`${name} says so and exits with 2`, () => {
      assert.deepEqual(app().asynclens(...args), { code: 2, stdout: '', stderr: message });
    });
  }

  it('with one idle path among others says so and goes on', () => {
    const { code, stdout, stderr } = app().asynclens('check', 'docs', 'src');
    assert.equal(stdout, 'No findings, 1 file checked.\n');
    assert.equal(stderr, 'Nothing was checked in docs: no source file, or all are ignored.\n');
    assert.equal(code, 0);
  });

  it('with nothing but files that are left out, as a commit hook may name them, says so and is content', () => {
    const ignoring = project({ 'src/made.ts': 'export {};\n', 'asynclens.json': '{ "ignore": ["src/made.ts"] }' });
    assert.deepEqual(ignoring.asynclens('check', 'src/made.ts'), {
      code: 0,
      stdout: 'No findings, 0 files checked.\n',
      stderr: 'Nothing was checked in src/made.ts: no source file, or all are ignored.\n',
    });
  });

  it('is helped', () => {
    assert.match(app().asynclens('--help').stdout, /^Usage: asynclens check/m);
    assert.match(app().asynclens('--version').stdout, /^\d+\.\d+\.\d+\n$/);
  });
});
