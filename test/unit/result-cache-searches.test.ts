import assert from 'node:assert/strict';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { lintedOnce, type CachedRuns } from './cached-runs.ts';
import { hostWith } from './workspace-host.ts';

const NODE = "declare module 'node:fs' {\n  export function readFileSync(name: string): string;\n}\n";
const FS = "import { readFileSync } from 'node:fs';\n";

/** `load` blocks, `fast` does not, and `each` may call what it is given. */
const store = ({ load = 'return readFileSync(name);', fast = "return '';", each = 'call();' } = {}) =>
  `${FS}export function load(name: string): string {\n  ${load}\n}\nexport function fast(name: string): string {\n  ${fast}\n}\n` +
  `export function each(call: () => void): void {\n  ${each}\n}\n`;

const service = (body: string, other = '') =>
  "import { each, fast, load } from './store.ts';\n" +
  `export function other(): void {\n  ${other}\n}\nexport async function start() {\n  ${body}\n}\n`;

describe('what blocks is remembered from the run before, unless an edit is about it:', function () {
  this.timeout(60_000);
  const lintedWith = lintedOnce({ 'node.d.ts': NODE });
  let app: CachedRuns;

  const linted = (body: string): void => {
    app = lintedWith({ 'store.ts': store(), 'service.ts': service(body), 'main.ts': "import './service.ts';\n" });
  };

  /** How many findings a run has after an edit; `run` compares them with those of a run without the cache. */
  const findingsAfter = (name: string, text: string): number => {
    app.write(name, text);
    return app.run().reports.flatMap(({ findings }) => findings).length;
  };

  for (const [edit, body, name, text, count] of [
    ['in another function, which moves the finding', "load('');", 'service.ts', service("load('');", 'void 0;\n'), 1],
    ['before the call', "load('');", 'service.ts', service("void 0;\n  load('');"), 1],
    [
      'in the function that blocks',
      "load('');",
      'store.ts',
      store({ load: 'void 0;\n  return readFileSync(name);' }),
      1,
    ],
    [
      'by which it is called before and after',
      "load('');",
      'service.ts',
      service("load('a');\n  load('');\n  load('b');"),
      3,
    ],
    [
      'by which its name stands for something else',
      "load('');",
      'service.ts',
      service("const load = fast;\n  load('');"),
      0,
    ],
    [
      'by which a name comes to stand for it, where the search had not looked',
      "const read = fast;\n  read('');",
      'service.ts',
      service("const read = load;\n  read('');"),
      1,
    ],
    [
      'by which a parameter is no longer called',
      "each(() => void load(''));",
      'store.ts',
      store({ each: 'void call;' }),
      0,
    ],
    ['by which a function blocks now', "fast('');", 'store.ts', store({ fast: 'return load(name);' }), 1],
  ] as const) {
    it(`an edit ${edit}`, () => {
      linted(body);
      assert.equal(findingsAfter(name, text), count);
    });
  }

  it('a field that is given another function, and an argument in the place of a default', () => {
    const imports = "import { call, Kept } from './kept.ts';\n";
    const other = (body: string) =>
      `${imports}export function other(kept: Kept): void {\n  ${body}\n}\nother(new Kept());\n`;
    app = lintedWith({
      'kept.ts':
        `${FS}export class Kept {\n  load = readFileSync;\n}\n` +
        'export function call(name: string, load = readFileSync): string {\n  return load(name);\n}\n',
      'use.ts': `${imports}export async function use(kept: Kept) {\n  kept.load('');\n  call('');\n}\n`,
      'other.ts': other('void kept;'),
    });
    assert.equal(findingsAfter('other.ts', other("kept.load('');")), 2);
    assert.equal(findingsAfter('other.ts', other("kept.load = () => '';")), 1);
    assert.equal(findingsAfter('other.ts', other("call('');")), 2);
    assert.equal(findingsAfter('other.ts', other("call('', () => '');")), 1);
    assert.equal(findingsAfter('other.ts', other('void kept;')), 2);
  });

  it('edits one after the other', () => {
    linted("load('');\n  each(() => void load('a'));");
    const counts = ['void 1;', 'void 2;', 'void 3;'].map(edit => [
      findingsAfter('store.ts', store({ load: `${edit}\n  return readFileSync(name);` })),
      findingsAfter('service.ts', service("load('');\n  each(() => void load('a'));", edit)),
    ]);
    assert.deepEqual(counts.flat(), [2, 2, 2, 2, 2, 2]);
  });

  it('nothing is searched for again where no name is that leads to what blocks', () => {
    linted("load('');");
    const workspace = createWorkspace(hostWith(), { cwd: app.path, lifetime: 'run' });
    const learntAfter = (text: string) => {
      app.write('service.ts', text);
      workspace.filesChanged([{ file: `${app.path}/service.ts`, kind: 'changed' }]);
      return workspace.fromElsewhere(files, { found, edited: new Set([`${app.path}/service.ts`]) });
    };
    const files = workspace.filesUnder([app.path]);
    const found = workspace.fromElsewhere(files);
    const [project] = found.searches.keys();
    assert.equal(
      learntAfter(service("void 0;\n  load('');", 'void 0;')).searches.get(project!),
      found.searches.get(project!),
    );
    assert.notEqual(
      learntAfter(service("load('');\n  load('');")).searches.get(project!),
      found.searches.get(project!),
    );
    workspace.dispose();
  });
});
