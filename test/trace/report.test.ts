/** `asynclens report`, as people and programs call it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { obtainNode } from '../../scripts/node-versions.ts';

const PROGRAM = `
const sleep = ms => new Promise(done => setTimeout(done, ms));
async function save(item) {
  await sleep(10);
  if (item === 'gift') throw new Error('no price');
}
async function sell(item) {
  save(item);
}
process.on('unhandledRejection', () => undefined);
sell('lamp').then(() => sell('gift'));
`;

describe('asynclens report', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  function asynclens(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { code: status, stdout, stderr };
  }
  const report = (...args: string[]) => asynclens('report', ...args);

  before(async () => {
    writeFileSync(join(folder, 'shop.cjs'), PROGRAM);
    asynclens('trace', '--', await obtainNode(24), 'shop.cjs');
  });

  /** How long something takes, and the numbers of processes, are not for a test to say. */
  const masked = (text: string) =>
    text
      .replaceAll(/^ *(tasks|\d)  .*?((?<= )\w+ +shop\.\S+)?$/gm, '$1 … $2')
      .replaceAll(/ *\b[\d.]+ (?:µs|ms|s)\b/g, ' … ms')
      .replaceAll(/^ +at(?= …)/gm, '  at')
      .replaceAll(/(?<=\S) {2,}/g, '  ')
      .replaceAll(/process \d+/g, 'process …')
      .replaceAll(/Node v[\d.]+, node .*\n/g, '')
      .replaceAll(/\d+ % /g, '… % ')
      .replaceAll(/^ {2}… % (?:running|ready).*\n/gm, '');

  it('shows what went wrong, where, and what to do', () => {
    const { code, stdout, stderr } = report();
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      masked(stdout),
      [
        'process …: 4 tasks in … ms, exit code 0, ',
        'tasks … ',
        '2 … save  shop.cjs:3:1',
        '2 … sell  shop.cjs:7:1',
        '',
        'rejected  because of  function  where',
        '1 … save  shop.cjs:3:1',
        '',
        'Critical path of `save`, which took longest: … ms',
        '  … % waiting for a timer at `sleep(10)` in `save`: … ms',
        '',
        'shop.cjs:8:3 error unhandled-rejection',
        '  Nobody handles a rejection: `save`, started by `sell`, ended with an exception: Error: no price.',
        '  The process went on only because it listens for such errors, or was told to.',
        '  at … ms  for … ms  shop.cjs:7:1  `save` was started by `sell`',
        '  at … ms  for … ms  shop.cjs:4:3  `save` ended with an exception after `sleep(10)`',
        '  at … ms  for … ms  shop.cjs:8:3  `sell` had the promise in hand, and did not handle it',
        '  also never-awaited, … ms',
        '  Nobody awaits `save`, which `sell` starts: it ran on by itself for … ms, and nobody would have',
        '  heard of an error.',
        '  at … ms  for … ms  shop.cjs:3:1  `save`',
        '  at … ms  for … ms  shop.cjs:8:3  `sell` starts `save`',
        '  Await the promise inside `try`, hand it on to somebody who does, or attach `.catch` as soon as it',
        '  is made.',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  it('is JSON that is as its schema says', () => {
    const found: unknown = JSON.parse(report('--json').stdout);
    const validate = new Ajv({ allowUnionTypes: true, formats: { 'date-time': true } }).compile(
      JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object,
    );
    assert.ok(validate(found), JSON.stringify(validate.errors));
    const { threads, functions, warnings } = found as {
      threads: [{ tasks: number }];
      functions: { tasks: number; rejected: number; place: { name: string } }[];
      warnings: { name: string; place: unknown }[];
    };
    assert.equal(threads[0].tasks, 4);
    assert.deepEqual(
      functions.map(({ place: { name }, tasks, rejected }) => [name, tasks, rejected]),
      [
        ['save', 2, 1],
        ['sell', 2, 0],
      ],
    );
    assert.deepEqual(
      warnings.map(({ name }) => name),
      ['unhandled-rejection', 'never-awaited'],
    );
    const { site, ...place } = warnings[0]!.place as Record<string, string>;
    assert.match(site!, /^[\da-f]{16}$/);
    assert.deepEqual(place, { file: join(folder, 'shop.cjs'), line: 8, column: 3, name: 'save(item)' });
  });

  it('sorts and shortens the table of functions', () => {
    const names = (...args: string[]) => {
      const table = /^ *tasks .*\n([^]*?)\n\n/m.exec(report(...args).stdout)![1]!;
      return Array.from(table.matchAll(/(\w+) +shop\.cjs:\d+:1$/gm), ([, name]) => name);
    };
    assert.deepEqual(names('--sort', 'rejected'), ['save', 'sell']);
    assert.deepEqual(names('--filter', 'sell'), ['sell']);
    const { stdout } = report('--top', '1');
    assert.match(stdout, /^and 1 more: --top 2$/m);
  });

  it('tells how often tasks were rejected, and why', () => {
    assert.match(
      report().stdout,
      /^rejected +because of +function +where\n +1 +Error: no price +save +shop\.cjs:3:1\n\n/m,
    );
  });

  it('fails where it is told to', () => {
    assert.equal(report('--fail-on', 'warn').code, 1);
    assert.equal(report('--fail-on', 'error', '--filter', 'never-awaited').code, 0);
    assert.equal(report('--fail-on', 'info', '--filter', 'other.cjs').code, 0);
  });

  it('says how to use it', () => {
    assert.deepEqual(report('--fail-on', 'bad'), {
      code: 2,
      stdout: '',
      stderr: 'asynclens: --fail-on must be one of error, warn, info, not "bad".\n',
    });
    assert.match(report('--threshold', 'x=1').stderr, /^asynclens: --threshold must be like long-suspension=2000, /);
    assert.match(report('a', 'b').stderr, /^asynclens: One recording at a time: what is b\?/);
    assert.match(
      report('--nonsense').stderr,
      /^asynclens: Unknown option '--nonsense'\. See `asynclens report --help`\./,
    );
  });

  it('says when there is no recording', () => {
    assert.match(report('nothing').stderr, /^asynclens: The recording cannot be read: ENOENT/);
    assert.match(
      report('shop.cjs').stderr,
      /This is no recording of Asynclens\. `asynclens trace -- node app\.js` makes one\./,
    );
  });
});
