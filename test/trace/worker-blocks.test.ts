/**
 * What stops the event loop of a worker thread is found, and the line that did it; the other threads are left alone.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { culpritIn, type Block } from '../../trace/blocks.ts';
import { link } from '../../trace/link.ts';
import type { RecordingReader } from '../../shared/trace/recording.ts';
import { NODES } from './nodes.ts';
import { record } from './record.ts';

/** Runs until a second is over, whoever else needs the processor meanwhile. */
const BUSY = 'const end = performance.now() + 1000; while (performance.now() < end); // here';

/** A worker that waits for the word, does something in a turn of its own, and ends. */
const worker = (statement: string): string => `
import { pbkdf2Sync } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

async function blocking() {
  ${statement}
}
parentPort.postMessage('ready');
await once(parentPort, 'message');
await nextTurn();
await blocking();
await nextTurn();
`;

/** Starts two workers, of which only one gets the word; `meanwhile` runs after that. */
const main = (meanwhile: string): string => `
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const [busy, idle] = [1, 2].map(() => new Worker(new URL('worker.mjs', import.meta.url)));
await Promise.all([busy, idle].map(worker => once(worker, 'message')));
busy.postMessage('go');
${meanwhile}
`;

const TO_THE_END = "await once(busy, 'exit'); idle.unref(); process.exit(7);";

const lineIn = (source: string): number => source.slice(0, source.indexOf('// here')).split('\n').length;

/** Those that the function `blocking` stands for, each with the number of its thread. */
const found = ({ streams }: RecordingReader): readonly (readonly [thread: number, block: Block])[] =>
  streams.flatMap(stream => {
    const blocks = link(stream).blocks.filter(({ stack }) => culpritIn(stack)?.name === 'blocking');
    return blocks.map(block => [stream.info.thread, block] as const);
  });

describe('a block of the event loop of a worker', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  function write(statement: string, meanwhile = TO_THE_END): { file: string; line: number } {
    const source = worker(statement);
    writeFileSync(join(folder, 'worker.mjs'), source);
    writeFileSync(join(folder, 'main.mjs'), main(meanwhile));
    return { file: join(folder, 'main.mjs'), line: lineIn(source) };
  }

  const WAYS = [
    ['a busy loop', 'javascript', BUSY],
    ['a password that is hashed', 'crypto', "pbkdf2Sync('password', 'salt', 1000000, 64, 'sha512'); // here"],
    ['a slow regular expression', 'regexp', "/^(a+)+$/.test('a'.repeat(25) + '!'); // here"],
  ] as const;

  for (const node of NODES.filter(it => it.isModern)) {
    for (const [what, kind, statement] of WAYS) {
      it(`by ${what} is found on Node ${node.version}`, async () => {
        const { file, line } = write(statement);
        const { recording, code } = await record(await node.path(), file);
        assert.equal(code, 7);
        const blocks = found(recording);
        assert.deepEqual(blocks.map(([, block]) => [block.kind, culpritIn(block.stack)!.line]), [[kind, line - 1]]);
        assert.notEqual(blocks[0]![0], 0);
      });
    }

    it(`is found while the main thread is blocked as well, on Node ${node.version}`, async () => {
      const { file } = write(BUSY, `${BUSY}\n${TO_THE_END}`);
      const { recording } = await record(await node.path(), file);
      assert.equal(found(recording).length, 1);
    });

    it(`keeps nobody from ending it, or the program, on Node ${node.version}`, async () => {
      for (const end of ['await busy.terminate(); await idle.terminate();', 'process.exit(0);']) {
        const { file } = write('for (;;);', `setTimeout(async () => { ${end} }, 300);`);
        const { code } = await record(await node.path(), file);
        assert.equal(code, 0);
      }
    });
  }
});
