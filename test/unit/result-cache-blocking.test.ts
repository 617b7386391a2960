import assert from 'node:assert/strict';
import { lintedOnce, type CachedRuns } from './cached-runs.ts';

const NODE = "declare module 'node:fs' {\n  export function readFileSync(name: string): string;\n}\n";
const FS = "import { readFileSync } from 'node:fs';\n";
const CALLER = "import { load } from './store.ts';\nexport async function start() {\n  load();\n}\n";

const store = (body: string): string =>
  `${FS}export const name = readFileSync('name');\nexport function load(): string {\n  ${body}\n}\n`;
const BLOCKS = store('return readFileSync(name);');
const WAITS_FOR_NOTHING = store('return name;');

describe('the cache of results follows what blocks through all files, and lints', function () {
  this.timeout(60_000);
  const linted = lintedOnce({ 'node.d.ts': NODE, 'main.ts': "import './service.ts';\n" });

  /** The files that are linted after a change, and those of them that have findings. */
  const after = (app: CachedRuns, name: string, text: string) => {
    app.write(name, text);
    const { linted: again, reports } = app.run();
    return {
      again,
      found: reports.filter(({ findings }) => findings.length > 0).map(({ file }) => file.slice(app.path.length + 1)),
    };
  };

  it('the callers of a function that blocks now, in a body that nobody had looked into', () => {
    const app = linted({ 'store.ts': WAITS_FOR_NOTHING, 'service.ts': CALLER });
    assert.deepEqual(after(app, 'store.ts', BLOCKS), { again: ['service.ts', 'store.ts'], found: ['service.ts'] });
  });

  it('the callers of one that no longer does', () => {
    const app = linted({ 'store.ts': BLOCKS, 'service.ts': CALLER });
    assert.deepEqual(after(app, 'store.ts', WAITS_FOR_NOTHING), { again: ['service.ts', 'store.ts'], found: [] });
  });

  it('no others while a body changes, but not whether it blocks', () => {
    const app = linted({ 'store.ts': WAITS_FOR_NOTHING, 'service.ts': CALLER });
    assert.deepEqual(after(app, 'store.ts', store('return name + name;')).again, ['store.ts']);
  });

  it('no others while the body of a method changes that may run where an interface is called', () => {
    const reader = (body: string) =>
      `${FS}import type { Source } from './source.ts';\nexport class Reader implements Source {\n  load(): string {\n    ${body}\n  }\n}\nreadFileSync('');\n`;
    const app = linted({
      'source.ts': 'export interface Source {\n  load(): string;\n}\n',
      'store.ts': reader("return '';"),
      'other.ts': reader("return 'a';"),
      'service.ts':
        "import type { Source } from './source.ts';\nexport const start = async (it: Source) => it.load();\n",
    });
    assert.deepEqual(after(app, 'store.ts', reader("return 'b';")).again, ['store.ts']);
    assert.deepEqual(after(app, 'store.ts', reader("return readFileSync('b');")).again, ['store.ts']);
    const now = after(app, 'other.ts', reader("return readFileSync('c');"));
    assert.deepEqual(now, { again: ['other.ts', 'service.ts'], found: ['service.ts'] });
  });

  it('the callers where a method comes that does not block, in a file that nobody imports, and may run instead', () => {
    const app = linted({
      'store.ts': `${FS}export class Store {\n  load(): string {\n    return readFileSync('name');\n  }\n}\n`,
      'service.ts': "import type { Store } from './store.ts';\nexport const start = async (it: Store) => it.load();\n",
    });
    const other =
      "import { Store } from './store.ts';\nexport class Other extends Store {\n  override load(): string {\n    return '';\n  }\n}\n";
    assert.deepEqual(after(app, 'other.ts', other), { again: ['other.ts', 'service.ts'], found: [] });
  });

  it('a function that ran only while the program started, and is called later from another file now', () => {
    const app = linted({
      'store.ts': `${FS}export async function load() {\n  return readFileSync('name');\n}\n`,
      'main.ts': "import { load } from './store.ts';\nawait load();\n",
      'service.ts': 'export const start = () => 0;\n',
    });
    const later = "import { load } from './store.ts';\nexport const start = () => load();\n";
    assert.deepEqual(after(app, 'service.ts', later), { again: ['service.ts', 'store.ts'], found: ['store.ts'] });
  });

  it('those who are told what stands in the way of an await, in a file that they do not import', () => {
    const app = linted({
      'source.ts': 'export interface Source {\n  load(): string;\n}\n',
      'types.ts': 'export type Load = () => unknown;\n',
      'store.ts': `${FS}import type { Source } from './source.ts';\nimport type { Load } from './types.ts';\nconst inner: Load = () => readFileSync('name');\nexport class Reader implements Source {\n  load(): string {\n    return String(inner());\n  }\n}\n`,
      'service.ts':
        "import type { Source } from './source.ts';\nexport const start = async (it: Source) => it.load();\n",
    });
    assert.ok(after(app, 'types.ts', 'export type Load = () => string;\n').again?.includes('service.ts'));
  });
});
