/** `npm run new-rule` and `npm run generate`, in a copy of what they read and write. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COPIED = [
  'server',
  'shared',
  'docs/rules',
  'test/rules',
  'README.md',
  'package.json',
  'asynclens-pack.schema.json',
  'tsconfig.base.json',
];

describe('a new rule', function () {
  this.timeout(60_000);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));

  before(() => {
    for (const path of COPIED) cpSync(path, join(folder, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(script: string, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(script), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  }
  const newRule = (name: string) => run('out/scripts/new-rule.js', name);
  const generate = (...args: string[]) => run('out/scripts/generate.js', ...args);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('starts with three files', () => {
    assert.equal(newRule('no-lost-timers').code, 0);
    assert.match(read('docs/rules/no-lost-timers.md'), /^# no-lost-timers\n/);
    assert.match(read('test/rules/no-lost-timers.ts'), /\n {2}\/\/\^+ warn: /);
  });

  it('compiles', () => {
    const { code, stdout } = run('node_modules/typescript/bin/tsc', '-b', 'server/rules');
    assert.equal(stdout, '');
    assert.equal(code, 0);
  });

  it('is missed in the generated files until they are written', () => {
    const { code, stderr } = generate('--check');
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Out of date: server\/rules\/index\.ts, README\.md, package\.json, asynclens\.schema\.json\. /,
    );

    assert.equal(generate().code, 0);
    assert.match(read('server/rules/index.ts'), /^ {2}noLostTimers,$/m);
    assert.match(
      read('README.md'),
      /^\| \[`no-lost-timers`\]\(docs\/rules\/no-lost-timers\.md\) \|.*\| warn \| error \| off \|$/m,
    );
    assert.equal(generate('--check').code, 0);
  });

  it('does not overwrite another one', () => {
    const { code, stderr } = newRule('no-lost-timers');
    assert.equal(code, 2);
    assert.match(stderr, /^There is server\/rules\/no-lost-timers\.ts /);
  });

  it('needs a name in kebab case', () => assert.equal(newRule('NoLostTimers').code, 2));
});
