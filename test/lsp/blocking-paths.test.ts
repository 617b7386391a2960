import assert from 'node:assert/strict';
import type { BlockingDirection } from '../../shared/blocking-paths.ts';
import {
  BLOCKING_PATHS_CHANGED,
  BLOCKING_ROOT_REQUEST,
  BLOCKING_ROWS_REQUEST,
  type WireBlockingRow,
} from '../../shared/requests.ts';
import { Editor } from './editor.ts';

const FILES = {
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler" } }',
  'node.d.ts': `
declare module 'node:fs' {
  export function readFileSync(file: string): string;
  export function existsSync(file: string): boolean;
}
declare module 'node:http' { export function createServer(answer: (request: object) => void): void }
declare function setTimeout(work: () => void, ms: number): void;
`,
  'read.ts': `import { existsSync, readFileSync } from 'node:fs';
export const read = (name: string) => (existsSync(name) ? readFileSync(name) : '');
export default function () {
  return read('default');
}
export interface Source { text(): string }
export class FileSource implements Source {
  readonly #first = read('first');
  text() { return read(this.#first); }
  get size() { return read('size').length; }
}
export class LinkSource extends FileSource {
  override text() { return read('link'); }
}
`,
  'use.ts': `import { createServer } from 'node:http';
import readDefault, { FileSource, read as readIt, type Source } from './read';
const started = readIt('started');
export async function answer(source: Source) {
  const file = new FileSource();
  return ['a', 'b'].map(name => readIt(name)).join() + source.text() + file.size + helper(0);
}
function helper(n: number): string {
  return n > 9 ? readDefault() : again(n);
}
function again(n: number): string {
  return helper(n + 1);
}
createServer(() => helper(0));
setTimeout(() => helper(1), 5);
export const quiet = () => started.length;
`,
};

describe('the tree of blocking paths', () => {
  let editor: Editor;
  beforeEach(async () => {
    editor = await Editor.start(FILES);
    await editor.open('use.ts');
  });
  afterEach(() => editor.stop());

  /** The first row, for what begins at the end of `before` in a file, or is called `name` near there. */
  function root(
    direction: BlockingDirection,
    file: string,
    before: string,
    name?: string,
  ): Promise<WireBlockingRow | null> {
    const text = file === 'use.ts' ? editor.document(file).getText() : editor.folder.read(file);
    const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    return editor.connection.sendRequest(BLOCKING_ROOT_REQUEST, {
      direction,
      uri: editor.folder.uriOf(file),
      position,
      name,
    });
  }

  const rows = ({ opens }: WireBlockingRow, direction: BlockingDirection): Promise<WireBlockingRow[]> =>
    opens ? editor.connection.sendRequest(BLOCKING_ROWS_REQUEST, { direction, opens }) : Promise.resolve([]);

  const lineOf = ({ at }: WireBlockingRow): string =>
    `${at.uri.slice(at.uri.lastIndexOf('/') + 1)}:${at.range.start.line + 1}:${at.range.start.character + 1}`;

  /** The tree below a row, as people see it, down to some depth; `…` where it goes on. */
  async function drawn(row: WireBlockingRow, direction: BlockingDirection, depth = 9, indent = ''): Promise<string[]> {
    const detail = [row.kind, row.detail].filter(text => text !== '').join(': ');
    const line = `${indent}${row.name} (${detail}) ${lineOf(row)}`;
    if (depth === 0) return [row.opens ? `${line} …` : line];
    const below: string[] = [];
    for (const one of await rows(row, direction))
      below.push(...(await drawn(one, direction, depth - 1, `${indent}  `)));
    return [line, ...below];
  }

  it('leads from a function to what blocks it, by every call', async () => {
    const row = await root('blocks', 'use.ts', 'async function ans');
    assert.deepEqual(await drawn(row!, 'blocks', 2), [
      'answer (async: async) use.ts:4:23',
      '  FileSource.#first (step: reads a file, by readFileSync) use.ts:5:20',
      '    read (step: reads a file, by readFileSync) read.ts:8:21 …',
      '  read (step: reads a file, by readFileSync) use.ts:6:33',
      '    readFileSync (leaf: reads a file) read.ts:2:59',
      '  FileSource.text (step: reads a file, by readFileSync) use.ts:6:56',
      '    read (step: reads a file, by readFileSync) read.ts:9:19 …',
      '  LinkSource.text (step: reads a file, by readFileSync) use.ts:6:56',
      '    read (step: reads a file, by readFileSync) read.ts:13:28 …',
      '  FileSource.size (step: reads a file, by readFileSync) use.ts:6:72',
      '    read (step: reads a file, by readFileSync) read.ts:10:23 …',
      '  helper (step: reads a file, by readFileSync) use.ts:6:84',
      '    default export (step: reads a file, by readFileSync) use.ts:9:18 …',
      '    again (step: reads a file, by readFileSync) use.ts:9:34 …',
    ]);
  });

  it('has nothing below a function that nothing blocks', async () => {
    assert.deepEqual(await drawn((await root('blocks', 'use.ts', 'quiet = () => st'))!, 'blocks'), [
      'quiet (step) use.ts:16:14',
    ]);
  });

  it('leads from a known function to all who reach it, up to those who wait for nobody', async () => {
    const row = await root('reaches', 'read.ts', '? readFile');
    assert.deepEqual(await drawn(row!, 'reaches', 2), [
      'readFileSync (leaf: reads a file) read.ts:2:59',
      '  read (step) read.ts:2:59',
      '    default export (step) read.ts:4:10 …',
      '    FileSource.#first (step) read.ts:8:21 …',
      '    FileSource.text (step) read.ts:9:19 …',
      '    FileSource.size (step) read.ts:10:23 …',
      '    LinkSource.text (step) read.ts:13:28 …',
      '    use.ts (module: runs while its module is loaded) use.ts:3:17',
      '    answer (async: async) use.ts:6:33',
    ]);
  });

  it('leads from any function to its callers', async () => {
    assert.deepEqual(await drawn((await root('reaches', 'use.ts', 'function hel'))!, 'reaches', 2), [
      'helper (step) use.ts:8:10',
      '  answer (async: async) use.ts:6:84',
      '  again (step) use.ts:12:10',
      '    helper (step) use.ts:9:34 …',
      '  callback of createServer (handler: answers requests) use.ts:14:20',
      '  callback of setTimeout (later: runs later) use.ts:15:18',
    ]);
  });

  it('leads to the callers of constants and properties that keep a function', async () => {
    const kept =
      'const tools = { twice: helper };\nconst run = tools.twice;\nexport const both = () => tools.twice(2) + run(1);\n';
    await editor.edit('use.ts', 'createServer(', `${kept}createServer(`);
    const tree = await drawn((await root('reaches', 'use.ts', 'function hel'))!, 'reaches', 1);
    const both = tree.filter(line => line.includes('both')).toSorted();
    assert.deepEqual(both, ['  both (step) use.ts:16:27 …', '  both (step) use.ts:16:44 …']);
  });

  it('ends at an async callback, though it is called at once', async () => {
    await editor.edit('use.ts', 'createServer(', "export const all = ['a'].map(async () => helper(2));\ncreateServer(");
    const tree = await drawn((await root('reaches', 'use.ts', 'function hel'))!, 'reaches', 2);
    assert.deepEqual(tree.filter(line => line.includes('14:')), ['  callback of map (async: async) use.ts:14:42']);
  });

  it('names a known function that goes by another name', async () => {
    await editor.edit('use.ts', 'started.length', 'load("now")');
    await editor.edit('use.ts', 'const started', "import { readFileSync as load } from 'node:fs';\nconst started");
    assert.deepEqual(await drawn((await root('blocks', 'use.ts', 'quiet = () => lo'))!, 'blocks', 1), [
      'quiet (step) use.ts:17:14',
      '  load (leaf: reads a file, as readFileSync) use.ts:17:28',
    ]);
  });

  it('finds a function again by its name when its text has moved', async () => {
    await editor.edit('use.ts', 'import', '// typed\n'.repeat(20));
    const row = await root('blocks', 'use.ts', '', 'helper');
    assert.equal(row!.at.range.start.line, 27);
    assert.equal(await root('blocks', 'use.ts', '', 'gone'), null);
  });

  it('says when it may be another', async () => {
    const changed = new Promise(resolve =>
      editor.connection.onNotification(BLOCKING_PATHS_CHANGED, () => resolve('changed')),
    );
    await editor.edit('use.ts', 'started.length', 'readIt("now")');
    assert.equal(await changed, 'changed');
    assert.equal((await rows((await root('blocks', 'use.ts', 'quiet = () => re'))!, 'blocks')).length, 1);
  });
});
