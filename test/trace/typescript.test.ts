/** TypeScript, in whatever way it comes to run: tasks are found where their authors wrote them. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync, type TransformOptions } from 'esbuild';
import { link } from '../../trace/link.ts';
import { describeGraph } from './describe.ts';
import { NODES } from './nodes.ts';
import { record, run } from './record.ts';

const SOURCE = `
interface Item {
  readonly id: number;
}

async function load<T extends Item>(item: T): Promise<T> {
  await null;
  return item;
}

class Store {
  constructor(
    private readonly items: readonly Item[],
  ) {}
  async all(): Promise<Item[]> {
    return await Promise.all(this.items.map(async (it: Item): Promise<Item> =>
      await load(it)));
  }
}

void new Store([{ id: 1 }]).all();
`;

const TRUTH = [
  'Store.all: by program (awaited by nobody)',
  '  16 → callback of items.map',
  'callback of items.map: by Store.all',
  '  17 → load',
  'load: by callback of items.map',
  '  7 → value',
];

const RUN_IN_THIS_CONTEXT = `
  const [code, filename, columnOffset] = process.argv.slice(2);
  require('node:vm').runInThisContext(code, { filename, columnOffset: Number(columnOffset) })({});
`;

const RUN_IN_CONTEXT = `
  const { Script, createContext } = require('node:vm');
  const [code, filename] = process.argv.slice(2);
  new Script(code, { filename }).runInContext(createContext()).wrapped({ exports: {} });
`;

const RUN_FUNCTION = `
  const { compileFunction, createContext } = require('node:vm');
  const [code, filename] = process.argv.slice(2);
  compileFunction(code, ['module'], { filename, parsingContext: createContext() })({ exports: {} });
`;

/** The body begins below two lines of the function that is made of it. */
const RUN_ASYNC_FUNCTION = `
  const [code, map, filename] = process.argv.slice(2);
  const mappings = ';;' + JSON.parse(map).mappings;
  const url = 'data:application/json,' + encodeURIComponent(JSON.stringify({ ...JSON.parse(map), mappings }));
  const AsyncFunction = (async () => {}).constructor;
  new AsyncFunction('exports', code + '//# sourceURL=' + filename + '\\n//# sourceMappingURL=' + url)({});
`;

/** Node's own type stripping knows no parameter properties. */
const STRIPPABLE = SOURCE.replace('private readonly items: readonly Item[],', 'items: readonly Item[],').replace(
  ') {}',
  ') { this.items = items; } items: readonly Item[];',
);

/** Warnings name the process. */
const withoutPid = (text: string): string => text.replaceAll(/\(node:\d+\)/g, '(node)');

describe('TypeScript', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  for (const node of NODES) {
    async function graph(name: string, text: string, ...args: string[]) {
      write(name, text);
      const { recording, stderr } = await record(await node.path(), join(folder, name), ...args);
      assert.equal(stderr, '');
      return describeGraph(link(recording.streams[0]!), 'app.ts');
    }

    if (node.version >= 22) {
      for (const [type, what] of Object.entries({
        module: 'modules',
        commonjs: 'CommonJS',
        '': 'code of either kind',
      })) {
        it(`may be stripped of its types by Node ${node.version}, as ${what}`, async () => {
          write('package.json', JSON.stringify(type === '' ? {} : { type }));
          assert.deepEqual(await graph('app.ts', STRIPPABLE), TRUTH);
        });
      }
    }

    if (node.version === 22 || node.version === 24) {
      it(`may be compiled by Node ${node.version} itself, which warns as ever`, async () => {
        write('app.ts', SOURCE);
        write('package.json', '{ "type": "module" }');
        const args = ['--experimental-transform-types', join(folder, 'app.ts')];
        const alone = await run(await node.path(), args);
        const { recording, stderr } = await record(await node.path(), ...args);
        assert.match(stderr, /ExperimentalWarning: Transform Types/);
        assert.equal(withoutPid(stderr), withoutPid(alone.stderr));
        assert.deepEqual(describeGraph(link(recording.streams[0]!), 'app.ts'), TRUTH);
      });
    }

    const compiled = (options: TransformOptions) =>
      transformSync(SOURCE, { loader: 'ts', sourcefile: 'app.ts', sourcemap: 'inline', ...options }).code;

    it(`may be compiled to modules for Node ${node.version}`, async () =>
      assert.deepEqual(await graph('app.mjs', compiled({ format: 'esm' })), TRUTH));

    it(`may be compiled to generators for Node ${node.version}`, async () =>
      assert.deepEqual(await graph('app.cjs', compiled({ format: 'cjs', target: 'es2015' })), TRUTH));

    it(`may be put together and run by somebody else on Node ${node.version}, as by vitest`, async () => {
      const head = "'use strict';async (exports)=>{{";
      const code = `${head}${compiled({ format: 'esm', sourcefile: 'app.ts' })}\n}}`;
      const lines = await graph('run.cjs', RUN_IN_THIS_CONTEXT, code, join(folder, 'app.ts'), String(-head.length));
      assert.deepEqual(lines, [
        'anonymous: by program (awaited by nobody)',
        ...TRUTH.with(0, TRUTH[0]!.replace('program', 'anonymous')),
      ]);
    });

    it(`may be made an async function on Node ${node.version}, as by a development server of Vite`, async () => {
      const { code, map } = transformSync(SOURCE, { loader: 'ts', sourcefile: 'app.ts', sourcemap: 'external' });
      assert.deepEqual(await graph('run.cjs', RUN_ASYNC_FUNCTION, code, map, join(folder, 'app.ts')), TRUTH);
    });

    it(`may be run in another context on Node ${node.version}, as by jest`, async () => {
      const code = compiled({ format: 'cjs' });
      const wrapped = `({ wrapped: function (module) {${code}\n} });`;
      assert.deepEqual(await graph('run.cjs', RUN_IN_CONTEXT, wrapped, join(folder, 'app.ts')), TRUTH);
      assert.deepEqual(await graph('run.cjs', RUN_FUNCTION, code, join(folder, 'app.ts')), TRUTH);
    });

    it(`may be compiled to one line for Node ${node.version}`, async () => {
      const lines = (text: readonly string[]) =>
        text.filter(line => line.startsWith('  ')).map(line => line.replace(/→.*/, ''));
      assert.deepEqual(lines(await graph('small.cjs', compiled({ format: 'cjs', minify: true }))), lines(TRUTH));
    });
  }
});
