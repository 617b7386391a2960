/** How programs come to a bad end, and what is told of that. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failuresIn } from '../../trace/ending.ts';
import { link } from '../../trace/link.ts';
import { typeScriptAdvice } from '../../trace/typescript-advice.ts';
import { warningsIn } from '../../trace/warnings/gather.ts';
import { NODES } from './nodes.ts';
import { record, recordWith } from './record.ts';

/** Programs by name, each with what is told of its end. */
const ENDINGS: Readonly<Record<string, readonly [program: string, told: readonly RegExp[]]>> = {
  'well.cjs': ['process.exitCode = 0;', []],
  'syntax.cjs': [
    'let = ;(',
    [/^`syntax\.cjs` \(process \d+\) failed with exit code 1: SyntaxError: .*\. Its output says where\.$/],
  ],
  'syntax.mjs': ['let x = ;(', [/^`syntax\.mjs` .* failed with exit code 1: SyntaxError: .* says where\.$/]],
  'missing.cjs': [
    "require('no-such');",
    [/^`missing\.cjs` .* failed with exit code 1: Error \[MODULE_NOT_FOUND\]: .*'no-such'/],
  ],
  'missing.mjs': [
    "import 'no-such';",
    [/^`missing\.mjs` .* failed with exit code 1: Error \[ERR_MODULE_NOT_FOUND\]: .*'no-such'/],
  ],
  'thrown.cjs': [
    "throw new RangeError('too far');",
    [/^`thrown\.cjs` .* failed with exit code 1: RangeError: too far\.$/],
  ],
  'thrown.mjs': [
    "throw new RangeError('too far');",
    [/^`thrown\.mjs` .* failed with exit code 1: RangeError: too far\.$/],
  ],
  'rejected.cjs': ["Promise.reject('too late');", [/^`rejected\.cjs` .* failed with exit code 1: "too late"\.$/]],
  'hanging.mjs': [
    'await new Promise(() => {});',
    [/^`hanging\.mjs` .* ended with exit code 13: a top-level `await` never resumed\.$/],
  ],
  'exit.cjs': ['process.exit(7);', [/^`exit\.cjs` .* ended with exit code 7\.$/]],
  'killed.cjs': [
    "process.kill(process.pid, 'SIGKILL');",
    [/^`killed\.cjs` .* did not come to its end: a signal ended it/],
  ],
  'heard.cjs': ["process.on('uncaughtException', () => {}); throw new Error('no matter');", []],
};

const WORKER = `
const { Worker } = require('node:worker_threads');
new Worker('Promise.reject(new Error("alone"))', { eval: true }).on('error', () => undefined);
`;

/** A rejection that nobody handles, after `before`. */
const rejecting = (before = ''): string => `${before}; async function f() { throw new Error('late'); }\nf();`;

for (const node of NODES) {
  describe(`the end of programs on Node ${node.version}`, () => {
    let folder: string;
    before(async () => (folder = await mkdtemp(join(tmpdir(), 'asynclens-'))));
    after(() => rm(folder, { recursive: true }));

    const recorded = async (name: string, program: string, ...flags: string[]) => {
      const path = join(folder, name);
      await writeFile(path, program);
      return (await record(await node.path(), ...flags, path)).recording.streams;
    };

    for (const [name, [program, expected]] of Object.entries(ENDINGS)) {
      it(`is told of ${name}`, async () => {
        const told = failuresIn(await recorded(name, program));
        assert.equal(told.length, expected.length, told.join('\n'));
        for (const [at, pattern] of expected.entries()) assert.match(told[at]!, pattern);
      });
    }

    it('tells nothing of errors where that is not wanted', async () => {
      const path = join(folder, 'secret.cjs');
      await writeFile(path, "throw new Error('a secret');");
      const { recording } = await recordWith({ reasons: false }, await node.path(), path);
      assert.match(failuresIn(recording.streams)[0]!, /failed with exit code 1: nobody handled an error\.$/);
    });

    it('names TypeScript as the reason where Node cannot run it', async () => {
      const [failure = ''] = failuresIn(await recorded('typed.mts', 'const n: number = 1; export { n };'));
      assert.match(
        failure,
        node.isModern
          ? /^$/
          : /Node v20\S+ does not run TypeScript\. Take Node 22\.18 or later, or .* `node --import tsx typed\.mts`\.$/,
      );
    });

    const consequence = async (...args: Parameters<typeof recorded>) => {
      const graphs = (await recorded(...args)).map(link);
      return warningsIn(graphs)
        .find(({ name }) => name === 'unhandled-rejection')!
        .message.replace(/: .*late\.?/, ' …');
    };

    it('says whether a rejection ended the process', async () => {
      assert.equal(
        await consequence('ended.cjs', rejecting()),
        'Nobody handles a rejection, which ended the process …',
      );
    });

    it('says when it did not', async () => {
      const wentOn =
        'Nobody handles a rejection … The process went on only because it listens for such errors, or was told to.';
      assert.equal(await consequence('listens.cjs', rejecting("process.on('unhandledRejection', () => {})")), wentOn);
      assert.equal(await consequence('catches.cjs', rejecting("process.on('uncaughtException', () => {})")), wentOn);
      assert.equal(await consequence('warned.cjs', rejecting(), '--unhandled-rejections=warn'), wentOn);
    });

    it('says what is usual where nobody knows', async () => {
      const killed = rejecting("process.on('unhandledRejection', () => process.kill(process.pid, 'SIGKILL'))");
      assert.equal(
        await consequence('killed.cjs', killed),
        'Nobody handles a rejection, which ends the process by default …',
      );
    });

    it('is that of a thread, where one ended alone', async () => {
      const streams = await recorded('worker.cjs', WORKER);
      assert.deepEqual(failuresIn(streams), []);
      assert.match(
        warningsIn(streams.map(link))[0]!.message,
        /^Nobody handles a rejection, which ended the thread: .*alone\.$/,
      );
    });
  });
}

describe('TypeScript that Node cannot run', () => {
  const unknown = (extension: string) => ({
    name: 'TypeError',
    code: 'ERR_UNKNOWN_FILE_EXTENSION',
    message: `Unknown file extension "${extension}" for /app/main${extension}`,
  });
  const advice = (version: string, reason = unknown('.ts')) =>
    typeScriptAdvice({ node: version, argv: ['node', '/app/main.ts'] }, reason);

  it('is run by a later version, with a flag or by a loader', () => {
    assert.match(
      advice('v20.19.0')!,
      /does not run TypeScript\. Take Node 22\.18 or later, or run it with a loader such as tsx: `node --import tsx main\.ts`\.$/,
    );
    assert.match(advice('v22.6.0')!, /with `--experimental-strip-types` only/);
    assert.match(advice('v23.5.0')!, /with `--experimental-strip-types` only/);
    assert.equal(advice('v22.18.0'), undefined);
    assert.match(advice('v24.0.0', unknown('.tsx'))!, /does not run JSX/);
  });

  it('is not to blame for other errors', () => {
    assert.equal(advice('v20.19.0', unknown('.css')), undefined);
    assert.equal(advice('v20.19.0', { name: 'TypeError', code: '', message: 'x is "main.ts"' }), undefined);
  });
});
