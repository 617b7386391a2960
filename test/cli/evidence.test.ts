import assert from 'node:assert/strict';
import { project } from './project.ts';

const MAIN = [
  'const sleep = (ms) => new Promise(resolve => setTimeout(resolve, ms));',
  'async function save(id) {',
  '  await sleep(1);',
  "  if (id === 2) throw new Error('the disk is full');",
  '}',
  "process.on('unhandledRejection', () => {});",
  'for (const id of [1, 2, 3]) {',
  '  save(id);',
  '}',
  '',
].join('\n');
const FILES = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "allowJs": true, "types": [] } }',
  'main.js': MAIN,
};
/** A file in the JSON. A slow machine may have more to warn of. */
interface File {
  readonly messages: readonly {
    readonly ruleId: string;
    readonly suggestions?: readonly { readonly desc: string }[];
  }[];
}

const CHECK = ['check', '--rule', 'no-floating-promises=warn', '--trace', 'asynclens.trace'];

describe('asynclens check --trace', function () {
  this.timeout(120_000);

  it('says what was seen of a finding, which counts for more when it did harm', () => {
    const app = project(FILES);
    assert.equal(app.asynclens('trace', '--', process.execPath, 'main.js').code, 0);
    const { stdout, code } = app.asynclens(...CHECK);
    assert.match(stdout, /^main\.js:8:3 error no-floating-promises\n/m);
    assert.match(
      stdout,
      /\n {2}main\.js:8:3 In the last run: dropped 3×, 1 rejected \(1 handled by nobody\): Error: the disk is full\.\n/,
    );
    assert.equal(code, 1);
  });

  it('tells of one mistake once, with what the recording warns of as its reasons', () => {
    const app = project(FILES);
    app.asynclens('trace', '--', process.execPath, 'main.js');
    const { stdout } = app.asynclens(...CHECK);
    assert.match(
      stdout,
      /\n {2}main\.js:8:3 In the last run \(unhandled-rejection\): Nobody handles a rejection: `save`, /,
    );
    assert.match(stdout, /\n {2}main\.js:3:3 `save` ended with an exception after `sleep\(1\)`\n/);
    assert.doesNotMatch(stdout, /^main\.js:\d+:\d+ \w+ (?:unhandled-rejection|never-awaited)$/m);
  });

  it('reports what the recording warns of, as findings that count like those of rules', () => {
    const app = project(FILES);
    app.asynclens('trace', '--', process.execPath, 'main.js');
    const off = ['--rule', 'no-floating-promises=off'];
    const { stdout, code } = app.asynclens(...CHECK, ...off);
    assert.match(stdout, /^main\.js:8:3 error unhandled-rejection\n {2}Nobody handles a rejection: `save`, /m);
    assert.match(stdout, / {2}main\.js:3:3 `save` ended with an exception after `sleep\(1\)`\n/);
    assert.equal(code, 1);
    const [{ messages }] = JSON.parse(app.asynclens(...CHECK, ...off, '--format', 'json').stdout) as [File];
    assert.ok(messages.some(({ ruleId }) => ruleId === 'unhandled-rejection'));
    const sarif = app.asynclens(...CHECK, ...off, '--format', 'sarif').stdout;
    assert.match(sarif, /"helpUri": "[^"]*docs\/warnings\/unhandled-rejection\.md"/);
    const github = app.asynclens(...CHECK, ...off, '--format', 'github').stdout;
    assert.match(github, /^::error file=main\.js,line=8,col=3,.*title=asynclens-trace unhandled-rejection::/m);
  });

  it('offers fixes for warnings as for findings, also where nothing has changed since the run before', () => {
    const app = project(FILES);
    app.asynclens('trace', '--', process.execPath, 'main.js');
    const check = [...CHECK, '--rule', 'no-floating-promises=off', '--format', 'json'];
    for (const _ of ['first', 'again']) {
      const [{ messages }] = JSON.parse(app.asynclens(...check).stdout) as [File];
      const warning = messages.find(({ ruleId }) => ruleId === 'unhandled-rejection');
      assert.equal(warning?.suggestions?.[0]?.desc, 'Handle the rejection with `.catch(…)`');
    }
  });

  it('says nothing of a warning that a comment silences', () => {
    const app = project(FILES);
    app.write(
      'main.js',
      MAIN.replace('  save(id);', '  // asynclens-disable-next-line unhandled-rejection -- a demo\n  save(id);'),
    );
    app.asynclens('trace', '--', process.execPath, 'main.js');
    const { stdout, stderr, code } = app.asynclens(...CHECK, '--rule', 'no-floating-promises=off');
    assert.doesNotMatch(stdout, /unhandled-rejection/);
    assert.doesNotMatch(stderr, /about code that has changed/);
    assert.equal(code, 0);
  });

  it('says nothing of code that has changed since, but that there was something', () => {
    const app = project(FILES);
    app.asynclens('trace', '--', process.execPath, 'main.js');
    app.write('main.js', MAIN.replace('save(id);', 'save(Number(id));'));
    const { stdout, stderr } = app.asynclens(...CHECK);
    assert.doesNotMatch(stdout, /In the last run|unhandled-rejection/);
    assert.match(
      stderr,
      /^\d warnings? of the recording (?:is|are) about code that has changed, or was not checked\./m,
    );
  });

  it('says what is wrong with the recording', () => {
    const { stderr, code } = project(FILES).asynclens(...CHECK);
    assert.match(stderr, /^asynclens: The recording cannot be read: ENOENT/);
    assert.equal(code, 2);
  });
});
