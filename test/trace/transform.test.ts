/** What is inserted into code, and that nothing else changes. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { LineMap } from '../../shared/line-map.ts';
import { sourceFiles } from '../meta/source-files.ts';
import { FILES } from '../../shim/transform/files.ts';
import { FIRST_SITE, insert, withoutInsertions } from '../../shim/transform/insertions.ts';
import { lookInto } from '../../shim/transform/libraries.ts';
import type { SourceType } from '../../shim/transform/parse.ts';
import { planFor } from '../../shim/transform/plan.ts';
import { transform } from '../../shim/transform/transform.ts';

const FILE = '/app/src/app.js';

/** The code with insertions, as brief as a test needs it: without brackets and prefixes; sites count from 1 on. */
function inserted(source: string, type: SourceType = 'script'): string {
  const { insertions } = planFor({ file: FILE, code: source, type }, FILES);
  const brief = insert(source, insertions, FIRST_SITE).replaceAll(/\/\*[«»]\*\/|asynclens\$/g, '');
  return brief.replaceAll(/\b1\d{6}\b/g, number => String(Number(number) - FIRST_SITE + 1));
}

const CATCH = '}catch(error){throw throw(task,error)}';

describe('insertions', () => {
  const cases: readonly [what: string, source: string, expected: string][] = [
    [
      'begin and end a task',
      'async function f() { g(); }',
      `async function f() {const task=enter(1);try{ discard(2,g()); ${CATCH}}`,
    ],
    [
      'come behind directives',
      "async () => { 'use strict' }",
      `async () => { 'use strict';const task=enter(1);try{ ${CATCH}}`,
    ],
    [
      'surround what is awaited',
      'async () => { await x, await (y, z) }',
      `async () => {const task=enter(1);try{ await await(task,2,x), await (await(task,3,(y, z))) ${CATCH}}`,
    ],
    [
      'make a block of an expression',
      'async /* => */ x => /* => */ ({ x })',
      `async /* => */ x =>{const task=enter(1);try{return return(task,( /* => */ ({ x })))${CATCH}}`,
    ],
    [
      'surround what may be a promise when it is returned',
      'async () => { if (a) return 1; return (\n  b()) }',
      `async () => {const task=enter(1);try{ if (a) return 1; return (\n  return(task,b())) ${CATCH}}`,
    ],
    [
      'surround calls whose value is discarded',
      'async () => { void f(), a?.b(); c && (d ? f() : e); e = f() }',
      `async () => {const task=enter(1);try{ void discard(2,f()), discard(3,a?.b()); c && (d ? discard(4,f()) : e); e = f() ${CATCH}}`,
    ],
    [
      'leave out `try` where it would not parse',
      'async function f() { var g; function g() {} }',
      'async function f() {const task=enter(1); var g; function g() {} }',
    ],
    [
      'know what compilers make of async functions',
      'f = () => __awaiter(this, void 0, void 0, function* () { yield x; })',
      `f = () => __awaiter(this, void 0, void 0, function* () {const task=enter(1);try{ yield adopt(task,2,x); ${CATCH}})`,
    ],
  ];
  for (const [what, source, expected] of cases) it(what, () => assert.equal(inserted(source), expected));

  it('come around what compilers make of async generators', () => {
    const within = (body: string) => inserted(`() => __asyncGenerator(this, null, function* () { ${body} })`);
    const around = (body: string) =>
      `() => __asyncGenerator(this, null, function* () {const task=enterBody(1);try{ ${body} ${CATCH}finally{leaveBody(task)}})`;
    assert.equal(within('yield __await(x)'), around('yield __await(adopt(task,2,x))'));
    assert.equal(within('yield yield __await(x)'), around('resume(task,yield yield __await(adopt(task,2,x)))'));
    assert.equal(within('return yield __await(x)'), around('return yield __await(adopt(task,2,x))'));
    assert.equal(within('yield* __asyncDelegator(x)'), around('yield* __asyncDelegator(adoptIterator(task,2,x))'));
    assert.equal(within('yield new __await(x)'), around('yield new __await(adopt(task,2,x))'));
    assert.equal(within('yield x; return y'), around('resume(task,yield adopt(task,2,x)); return adopt(task,3,y)'));
    assert.equal(within('yield* __yieldStar(x)'), around('yield* __yieldStar(adoptIterable(task,2,x))'));
  });

  it('let something stand for what is disposed of', () => {
    const within = (body: string) => inserted(`async () => { ${body} }`);
    const around = (body: string) => `async () => {const task=enter(1);try{ ${body} ${CATCH}}`;
    assert.equal(
      within('await using a = f(), b = g()'),
      around(
        'const/*»/await using a = f();await using disposed26=dispose(task,2,a);' +
          'const disposed33=0, b = g();await using disposed35=dispose(task,3,b);',
      ),
    );
    assert.equal(
      within('for (await using a of b) c()'),
      around('for (const/*»/await using a of b) {await using disposed31=dispose(task,2,a);discard(3,c())}'),
    );
    assert.equal(
      within('for (await using a = f(); b;) c()'),
      around('{const/*»/for (await using a = f();await using disposed31=dispose(task,2,a);for(; b;) discard(3,c())}'),
    );
  });

  it('leave alone what is disposed of where they have no room', () => {
    for (const body of ['await /* */ using a = b', 'c: for (await using a = b;;);']) {
      assert.equal(inserted(`async () => { ${body} }`), `async () => {const task=enter(1);try{ ${body} ${CATCH}}`);
    }
  });

  it('make a task of a module that awaits', () =>
    assert.equal(
      inserted('import x from "y"\nawait x', 'module'),
      'const task=enterBody(1);import x from "y"\nawait await(task,2,x);leaveBody(task);',
    ));

  it('leave code without tasks alone', () => {
    assert.equal(
      transform({ file: FILE, code: 'const async_ = () => 1;', type: 'script' }, FIRST_SITE, planFor),
      undefined,
    );
    assert.equal(transform({ file: FILE, code: '// await\nf();', type: 'script' }, FIRST_SITE, planFor), undefined);
  });

  it('can be taken out again, in code of ours', () => {
    const built = sourceFiles('test/trace').map(file => resolve('out', file.replace(/\.ts$/, '.js')));
    for (const file of built.filter(it => it.endsWith('.test.js'))) {
      const source = readFileSync(file, 'utf8');
      const code = transform({ file, code: source, type: 'module' }, FIRST_SITE, planFor)?.code;
      if (code !== undefined) assert.ok(withoutInsertions(code).startsWith(source), file);
    }
  });
});

describe('sites', () => {
  const sitesOf = (source: string) =>
    transform({ file: FILE, code: source, type: 'script' }, FIRST_SITE, planFor)!.sites;

  it('are where functions and suspensions begin', () => {
    const found = sitesOf('class C {\n  async m() {\n    await this.x;\n  }\n}').map(
      ({ kind, line, character, name, owner }) => ({ kind, line, character, name, owner }),
    );
    assert.deepEqual(found, [
      { kind: 'function', line: 1, character: 2, name: 'C.m', owner: 0 },
      { kind: 'await', line: 2, character: 4, name: 'this.x', owner: FIRST_SITE },
    ]);
  });

  it('are of their kind where compilers have written out what disposes', () => {
    const kinds = (source: string) => sitesOf(source).map(({ kind }) => kind);
    assert.deepEqual(kinds('async () => { const p = __callDispose(s, e); p && await p; }'), ['function', 'using']);
    assert.deepEqual(kinds('async () => { const p = tslib_1.__disposeResources(e); await p; await q; }'), [
      'function',
      'using',
      'await',
    ]);
  });

  it('have the names that a reader would give them', () => {
    const names = (source: string) => sitesOf(source).find(({ kind }) => kind === 'function')!.name;
    assert.equal(names('const f = async () => {}'), 'f');
    assert.equal(names('a.b = async function () {}'), 'a.b');
    assert.equal(names('x = { async "get it"() {} }'), 'get it');
    assert.equal(names('class C { static #p = async () => {} }'), 'C.#p');
    assert.equal(names('list.map(async () => {})'), 'callback of list.map');
    assert.equal(names('[1, 2].map(async () => {})'), 'callback of map');
    assert.equal(names('this.app.server.on("close", async () => {})'), 'callback of server.on');
    assert.equal(names('new Promise(async () => {})'), 'callback of new Promise');
    assert.equal(names('(async () => {})()'), 'function called at once');
    assert.equal(names('__name(async () => {}, "f")'), 'f');
  });
});

describe('the source map', () => {
  it('leads from code with insertions to the code without', () => {
    const source = 'async function f() {\n  return [await one(), await two(), three];\n}';
    const { code } = transform({ file: FILE, code: source, type: 'script' }, FIRST_SITE, planFor)!;
    const map = mapIn(code);
    for (const expression of ['async', 'one()', 'two()', ', three']) {
      const from = new LineMap(code).placeAt(code.indexOf(expression));
      const { originalLine, originalColumn, originalSource } = map.findEntry(from.line, from.character) as Entry;
      const { line, character } = new LineMap(source).placeAt(source.indexOf(expression));
      assert.deepEqual([originalLine, originalColumn], [line, character], expression);
      assert.equal(originalSource, 'file:///app/src/app.js');
    }
  });

  it('leads to what the code was compiled from', () => {
    const source = [
      'async function f() { await x; }',
      // One mapping: line 1, column 21 comes from line 7, column 3 of app.ts.
      `//# sourceMappingURL=data:application/json,${JSON.stringify({ version: 3, sources: ['app.ts'], names: [], mappings: 'qBAMG' })}`,
    ].join('\n');
    const { code, sites } = transform({ file: FILE, code: source, type: 'script' }, FIRST_SITE, planFor)!;
    const at = new LineMap(code).placeAt(code.indexOf('await '));
    const { originalLine, originalColumn } = mapIn(code).findEntry(at.line, at.character) as Entry;
    assert.deepEqual([originalLine, originalColumn], [6, 3]);
    assert.deepEqual([sites[1]!.file, sites[1]!.line, sites[1]!.character], ['/app/src/app.ts', 6, 3]);
  });

  /**
   * What a bundler makes of a function of ours and one of a package, with an index map: each leads to the line it
   * names.
   */
  const bundle = (): string => {
    const part = (line: number, source: string) => ({
      offset: { line, column: 0 },
      // One mapping: the beginning of the part comes from line 7, column 3.
      map: { version: 3, sources: [source], names: [], mappings: 'AAMG' },
    });
    const sections = [part(0, 'file:///app/src/app.ts'), part(1, 'file:///app/node_modules/driver/index.js')];
    return [
      'async function ours() { await x; theirs(); }',
      'async function theirs() { await y; ours(); }',
      `//# sourceMappingURL=data:application/json,${JSON.stringify({ version: 3, sections })}`,
    ].join('\n');
  };
  const bundled = () => transform({ file: FILE, code: bundle(), type: 'script' }, FIRST_SITE, planFor)!;

  it('may be made of parts', () => {
    const { code, sites } = bundled();
    assert.deepEqual([sites[0]!.file, sites[0]!.line, sites[0]!.character], ['/app/src/app.ts', 6, 3]);
    const { originalLine, originalColumn, originalSource } = mapIn(code).findEntry(1, 0) as Entry;
    assert.deepEqual(
      [originalSource, originalLine, originalColumn],
      ['file:///app/node_modules/driver/index.js', 6, 3],
    );
  });

  it('tells which functions of a bundle are those of packages, and left alone', () => {
    const { sites } = bundled();
    assert.deepEqual(
      sites.map(({ kind, name }) => `${kind} ${name}`),
      ['function ours', 'await x', 'discard theirs()'],
    );
    try {
      lookInto(['driver']);
      assert.equal(bundled().sites.length, 6);
    } finally {
      lookInto([]);
    }
  });
});

interface Entry {
  readonly originalSource: string;
  readonly originalLine: number;
  readonly originalColumn: number;
}

function mapIn(code: string): SourceMap {
  const [, data] = /sourceMappingURL=data:application\/json;base64,(\S+)$/.exec(code)!;
  return new SourceMap(JSON.parse(Buffer.from(data!, 'base64').toString()) as SourceMapPayload);
}
