/** What can be done about what a recording warns of. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../shared/apply-edits.ts';
import { LineMap } from '../../shared/line-map.ts';
import { openedWorkspace } from './opened-workspace.ts';

const NODE = `
declare module 'node:fs' { export function readFileSync(path: string, encoding: string): string; }
declare module 'node:fs/promises' { export function readFile(path: string, encoding: string): Promise<string>; }`;

const HELPER = `import { readFileSync } from 'node:fs';
export function settings() {
  return readFileSync('settings.json', 'utf8');
}
`;

const MAIN = `import { settings } from './helper';
declare function load(id: number): Promise<string>;
declare function open(id: number): Promise<AsyncDisposable>;
declare function pairs(): Promise<[number, string][]>;
export async function handle() {
  return settings();
}
export async function inLoops(ids: number[], set: Set<number>) {
  const found: string[] = [];
  for (const id of ids) found.push(await load(id));
  for (const [id] of await pairs()) {
    await load(id);
  }
  for (const id of set) await load(id);
  for (const id of ids) found.push(await load(found.length));
}
export async function inARow() {
  const first = await load(1);
  const second = await load(2);
  const third = await load(second.length);
  await load(3);
  await load(4);
  return first + third;
}
export async function disposes() {
  await using lock = await open(1);
  await using file = await open(2);
  return [lock, file];
}
export async function forgets() {
  void load(5);
}
`;

describe('fixes of warnings', () => {
  const made = openedWorkspace({ 'node.d.ts': NODE, 'helper.ts': HELPER, 'main.ts': MAIN }, 'strict');

  /** Each fix as the lines of a file that it changes, without blanks around them. */
  function fixes(name: string, at: string, changed = 'main.ts'): string[][] {
    const { workspace, folder } = made();
    const spanOf = (file: string, text: string, code: string) => {
      const start = text.indexOf(code);
      return new LineMap(text).span(`${folder.path}/${file}`, start, start + code.length);
    };
    const spans = at.startsWith('readFileSync(')
      ? [spanOf('helper.ts', HELPER, at), spanOf('main.ts', MAIN, 'settings();')]
      : [spanOf('main.ts', MAIN, at)];
    const before = folder.read(changed);
    return workspace.warningFixes(spans[0]!.file, { name, spans }).map(({ edits }) => {
      const after = applyEdits(before, edits.filter(({ span }) => span.file.endsWith(`/${changed}`)));
      const old = new Set(before.split('\n'));
      return after.split('\n').filter(line => !old.has(line)).map(line => line.trim());
    });
  }

  it('start all rounds of a loop at once', () => {
    assert.deepEqual(fixes('sequential-awaits', 'await load(id));'), [
      ['found.push(...(await Promise.all(ids.map(id => load(id)))));'],
    ]);
    assert.deepEqual(fixes('sequential-awaits', 'await load(id);'), [
      ['await Promise.all((await pairs()).map(([id]) => load(id)));'],
    ]);
  });

  it('leave loops alone over what is no array, or whose rounds need each other', () => {
    assert.deepEqual(fixes('sequential-awaits', 'await load(id);\n  for'), []);
    assert.deepEqual(fixes('sequential-awaits', 'await load(found.length)'), []);
  });

  it('start neighbours at once that do not need each other', () => {
    assert.deepEqual(fixes('sequential-awaits', 'await load(1)'), [
      ['const [first, second] = await Promise.all([load(1), load(2)]);'],
    ]);
    assert.deepEqual(fixes('sequential-awaits', 'await load(3)'), [['await Promise.all([load(3), load(4)]);']]);
    assert.deepEqual(fixes('sequential-awaits', 'await load(4)'), []);
  });

  it('leave alone what is disposed of when its scope is left', () =>
    assert.deepEqual(fixes('sequential-awaits', 'await open(1)'), []));

  it('are those of the rule about lost promises, also where the code says that it may float', () => {
    const [first] = fixes('never-awaited', 'void load(5);');
    assert.deepEqual(first, ['await load(5);']);
    assert.deepEqual(fixes('unhandled-rejection', 'void load(5);')[0], first);
  });

  it('make all wait that lead to the call that blocked', () => {
    const at = 'readFileSync(';
    assert.deepEqual(fixes('event-loop-block', at)[0], ['return await settings();']);
    assert.match(
      fixes('event-loop-block', at, 'helper.ts')[0]!.join('\n'),
      /async function settings[^]*await readFile\(/,
    );
  });

  it('are none of what no edit mends', () => assert.deepEqual(fixes('long-suspension', 'await load(1)'), []));
});
