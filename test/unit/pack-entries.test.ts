import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import { allEntries, unmatched, type PackEntry } from '../../scripts/pack-entries.ts';
import { Folder } from '../lsp/folder.ts';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly devDependencies: object };

const isInstalled = (module: string): boolean => module in devDependencies || `@types/${module}` in devDependencies;

/** Those of other packages are looked up by bench/packs.ts, which installs them. */
const isAlwaysThere = ({ module }: PackEntry): boolean => module === 'lib' || isBuiltin(module) || isInstalled(module);

/** Other releases of Node's types declare these; bench/packs.ts looks at several. */
const ELSEWHERE = new RegExp(
  [
    'crypto: argon2(?:Sync)?',
    'fs: (?:Utf8Stream.flushSync|globSync|mkdtempDisposableSync)',
    'module: (?:findPackageJSON|flushCompileCache|stripTypeScriptTypes)',
    'sqlite: .*',
    'test: (?:describe|expectFailure|it)',
    'zlib: (?:Zip.*|zstd.*)',
  ]
    .map(entry => `^node:${entry}$`)
    .join('|'),
);

describe('entries of packs', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(() => {
    const compilerOptions = { target: 'es2023', lib: ['esnext', 'dom'], module: 'nodenext', types: ['node', 'mocha'] };
    const imports = allEntries().map(({ module }) => (module in devDependencies ? `import '${module}';` : ''));
    folder = new Folder({ 'tsconfig.json': JSON.stringify({ compilerOptions }), 'a.ts': imports.join('\n') });
    symlinkSync(resolve('node_modules'), `${folder.path}/node_modules`, 'junction');
  });
  after(() => folder.remove());

  const missing = (entries: readonly PackEntry[]): readonly string[] =>
    unmatched(`${folder.path}/tsconfig.json`, entries).map(({ module, name }) => `${module}: ${name}`);

  it('name what Node, the standard library and packages that are installed here declare', () => {
    const entries = allEntries().filter(isAlwaysThere);
    for (const module of ['lib', 'node:fs', 'esbuild', 'mocha'])
      assert.ok(entries.some(entry => entry.module === module));
    assert.deepEqual(missing(entries).filter(entry => !ELSEWHERE.test(entry)), []);
  });

  it('are missed where nothing has their name, or something in another module or type', () => {
    const wrong = [
      { module: 'node:test', list: 'selfHandledCalls', name: 'tset' },
      { module: 'node:fs', list: 'selfHandledCalls', name: 'describe' },
      { module: 'lib', list: 'serializers', name: 'Math.stringify' },
    ];
    assert.deepEqual(missing(wrong), ['node:test: tset', 'node:fs: describe', 'lib: Math.stringify']);
  });
});
