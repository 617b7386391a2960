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
const CHECK = ['check', '--rule', 'no-floating-promises=warn', '--trace', 'asynclens.trace'];

describe('asynclens check --trace', function () {
  this.timeout(20_000);

  it('says what was seen of a finding, which counts for more when it did harm', () => {
    const app = project(FILES);
    assert.equal(app.asynclens('trace', '--', process.execPath, 'main.js').code, 0);
    const { stdout, code } = app.asynclens(...CHECK);
    assert.match(stdout, /^main\.js:8:3 error no-floating-promises\n/);
    assert.match(stdout, /\n {2}main\.js:8:3 In the last run: dropped 3×, 1 rejected \(1 handled by nobody\)\.\n/);
    assert.equal(code, 1);
  });

  it('says nothing of code that has changed since', () => {
    const app = project(FILES);
    app.asynclens('trace', '--', process.execPath, 'main.js');
    app.write('main.js', MAIN.replace('save(id);', 'save(Number(id));'));
    assert.doesNotMatch(app.asynclens(...CHECK).stdout, /In the last run/);
  });

  it('says what is wrong with the recording', () => {
    const { stderr, code } = project(FILES).asynclens(...CHECK);
    assert.match(stderr, /^asynclens: The recording cannot be read: ENOENT/);
    assert.equal(code, 2);
  });
});
