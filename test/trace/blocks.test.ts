/** What stops the event loop is found, and the line that did it. */

import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import type { RecordingReader } from '../../shared/trace/recording.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import { SiteNames } from '../../shared/trace/site.ts';
import { culpritIn, type Block, type BlockKind } from '../../trace/blocks.ts';
import { link } from '../../trace/link.ts';
import { ownerOf } from '../../trace/owner.ts';
import { warningsIn } from '../../trace/warnings/gather.ts';
import { THRESHOLDS } from '../../trace/warnings/thresholds.ts';
import { nameOf } from './describe.ts';
import { NODES } from './nodes.ts';
import { record, recordUntil, recordWith } from './record.ts';

/** An expression that takes its time, on a line of its own between others that do not. */
const program = (expression: string): string => `
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';

interface Result { readonly value: unknown }
const textOf = (items: number): string =>
  JSON.stringify(Array.from({ length: items }, (_, id) => ({ id, name: \`item \${id}\`, tags: ['a', 'b'] })));
const text = textOf(${expression.includes('text') ? 500_000 : 0});
const quick = (): number => { let sum = 0; for (let i = 0; i < 10; i++) sum += i; return sum; };

async function blocking(): Promise<Result> {
  let x = 0;
  quick();
  ${expression} // here
  quick();
  return { value: x };
}
// On Node 20, turns are told apart only when the event loop has come round.
await nextTurn();
await nextTurn();
await blocking();
await nextTurn();
await nextTurn();
`;

const lineIn = (source: string): number => source.slice(0, source.indexOf('// here')).split('\n').length;

const EXPRESSIONS: readonly (readonly [what: string, kind: BlockKind, expression: string])[] = [
  ['a file that is read', 'fs', "readFileSync('large').at(-1);"],
  ['a busy loop', 'javascript', 'for (let i = 0; i < 4e8; i++) x += i;'],
  ['JSON that is parsed', 'json', 'JSON.parse(text);'],
  ['a password that is hashed', 'crypto', "pbkdf2Sync('password', 'salt', 300000, 64, 'sha512');"],
  ['a slow regular expression', 'regexp', "/^(a+)+$/.test('a'.repeat(25) + '!');"],
];

const blocksOf = ({ streams }: RecordingReader): readonly Block[] =>
  streams.flatMap(stream => link(stream).blocks);

describe('a block of the event loop', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  before(() => {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const large = openSync(join(folder, 'large'), 'w');
    ftruncateSync(large, 500_000_000);
    closeSync(large);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The file to run. Node strips the types of TypeScript, or it was compiled, with a source map. */
  function write(expression: string, how: 'stripped' | 'compiled'): { file: string; source: string; line: number } {
    const source = program(expression.replace("'large'", JSON.stringify(join(folder, 'large'))));
    const written = { file: join(folder, how === 'stripped' ? 'app.ts' : 'app.mjs'), source, line: lineIn(source) };
    const options = { loader: 'ts', sourcefile: 'app.ts', sourcemap: 'inline', target: 'es2022' } as const;
    writeFileSync(written.file, how === 'stripped' ? source : transformSync(source, options).code);
    return written;
  }

  for (const node of NODES) {
    for (const how of node.version >= 24 ? (['compiled', 'stripped'] as const) : (['compiled'] as const)) {
      for (const [what, kind, expression] of EXPRESSIONS) {
        it(`by ${what} is found on Node ${node.version}, in TypeScript that is ${how}`, async () => {
          const { file, source, line } = write(expression, how);
          const ofProgram = (it: RecordingReader) =>
            blocksOf(it).find(({ stack }) => culpritIn(stack)?.name === 'blocking');
          const args = ['--disable-warning=ExperimentalWarning', file];
          const { recording, code } = await recordUntil(it => ofProgram(it) !== undefined, await node.path(), ...args);
          assert.equal(code, 0);
          const block = ofProgram(recording);
          assert.ok(block, JSON.stringify(blocksOf(recording)));
          const { character, ...culprit } = culpritIn(block.stack)!;
          assert.deepEqual(culprit, {
            name: 'blocking',
            file: join(folder, 'app.ts'),
            line: line - 1,
            id: new SiteNames('app.ts', source).nameOf('frame', { line: line - 1, character }),
          });
          assert.equal(block.kind, kind);
          const graph = link(recording.streams[0]!);
          assert.equal(nameOf(graph, ownerOf(graph, block.context)!), 'blocking');
        });
      }
    }

    it(`by a busy loop is not looked at by the inspector while a debugger may be there, on Node ${node.version}`, async () => {
      const { file } = write(EXPRESSIONS[1]![2], 'compiled');
      const { recording } = await record(await node.path(), '--inspect=0', file);
      assert.deepEqual(
        blocksOf(recording).filter(({ kind }) => kind === 'javascript'),
        [],
      );
    });

    it(`by a password that is hashed is found in the presence of a debugger, on Node ${node.version}`, async () => {
      const { file, line } = write(EXPRESSIONS[3]![2], 'compiled');
      const ofHash = (it: RecordingReader) => blocksOf(it).find(({ kind }) => kind === 'crypto');
      const { recording } = await recordUntil(it => ofHash(it) !== undefined, await node.path(), '--inspect=0', file);
      assert.equal(culpritIn(ofHash(recording)!.stack)?.line, line - 1);
    });

    it(`is not looked at by the inspector where Node only starts tests, and has none, on Node ${node.version}`, async () => {
      const busy = join(folder, 'busy.cjs');
      writeFileSync(busy, 'let x = 0; for (let i = 0; i < 4e8; i++) x += i;');
      const test = join(folder, 'some.test.cjs');
      writeFileSync(test, "require('node:test')('passes', () => {});");
      const { code, signal } = await record(await node.path(), '--require', busy, '--test', test);
      assert.deepEqual([code, signal], [0, null]);
    });

    it(`is warned of in programs without tasks, but not while they are loaded, on Node ${node.version}`, async () => {
      const busy = 'const busy = () => { let x = 0; for (let i = 0; i < 4e8; i++) x += i; return x; };';
      const file = join(folder, 'tasks.cjs');
      writeFileSync(
        file,
        `${busy}\nbusy();\nsetImmediate(() => setImmediate(() => setImmediate(() => busy())));\nsetTimeout(() => undefined, 400);`,
      );
      const linesOf = ({ streams }: RecordingReader) =>
        warningsIn(streams.map(link), { ...THRESHOLDS, 'event-loop-block': 100 })
          .filter(({ name }) => name === 'event-loop-block')
          .map(({ evidence }) => evidence.at(-1)?.site?.line);
      const { recording } = await recordUntil(it => linesOf(it).includes(2), await node.path(), file);
      assert.ok(linesOf(recording).includes(2));
      assert.ok(!linesOf(recording).includes(1));
    });

    it(`is none while the shim looks into a large file, on Node ${node.version}`, async () => {
      const functions = Array.from(
        { length: 20_000 },
        (_, i) => `export async function f${i}(x) { return (await x) + ${i}; }\n`,
      );
      writeFileSync(join(folder, 'large.mjs'), functions.join(''));
      const file = join(folder, 'uses-large.mjs');
      writeFileSync(file, "import { f1 } from './large.mjs';\nawait f1(1);");
      const long = ({ from, until }: Block): boolean => until - from > 500 * TICKS_PER_MS;
      // On a busy machine, V8 may take as long to compile it.
      const { recording } = await recordUntil(it => !blocksOf(it).some(long), await node.path(), file);
      assert.deepEqual(blocksOf(recording).filter(long), []);
    });

    it(`is not looked for when nobody wants to know, on Node ${node.version}`, async () => {
      const { file } = write(EXPRESSIONS[1]![2], 'compiled');
      const { recording } = await recordWith({ blockThreshold: 0 }, await node.path(), file);
      assert.deepEqual(blocksOf(recording), []);
    });
  }
});
