/** Programs at the edges of what Node does: output, errors and exit code are the same with the shim and without it. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { makeRunFolder, removeRunFolder } from '../../trace-host/run-folder.ts';
import { Audience } from './audience.ts';
import { NODES, type NodeVersion } from './nodes.ts';
import { record, recordWith, run, SHIM, type Run } from './record.ts';

const FOLDER = 'test/trace/edges';
const REJECTIONS = 'test/trace/rejection-modes';

/** What a program says, without what differs. */
const said = (node: NodeVersion, { code, signal, stdout, stderr }: Run) => {
  // Warnings name the process.
  const anyone = stderr.replaceAll(/\(node:\d+\)/g, '(node)');
  // Node 20 adds an empty line below a line that it quotes with the help of a source map.
  const text = node.isModern ? anyone : anyone.replaceAll(/(?<=^\s*\^\n)\n+/gm, '');
  return { code, signal, stdout: withoutTurns(stdout), stderr: withoutTurns(text) };
};

/**
 * On a slow machine another timer may be due at the same time: Node then runs ticks between the two, not after them.
 */
const withoutTurns = (text: string): string =>
  text.replaceAll(
    /\n +at (?:process\.)?(?:processTicksAndRejections|runNextTicks|processTimers|listOnTimeout) \(node:internal\/.*?\)/g,
    '',
  );

/** Runs a program that is listened to, and written to no file. */
async function listenTo(node: string, args: readonly string[]): Promise<Run & { streams: number }> {
  const folder = await makeRunFolder();
  const audience = await Audience.open(folder);
  const ran = await run(node, args, tracedEnvironment(process.env, SHIM, { rendezvous: folder }));
  await audience.until(({ left, readers }) => left > 0 && left === readers.length);
  const streams = audience.streams.length;
  await audience.close();
  await removeRunFolder(folder);
  return { ...ran, streams };
}

/**
 * On Node 20, ES modules are loaded by a thread besides, which can be seen: by its pipes, and in numbers and stacks.
 */
const SHOWS_LOADER = [
  'active-resources.mjs',
  'stack-call-sites.cjs',
  'stack-own-format.cjs',
  'worker-ids.mjs',
  'worker.mjs',
];

for (const node of NODES) {
  describe(`the shim on Node ${node.version}`, () => {
    const names = readdirSync(FOLDER).filter(name => node.isModern || !SHOWS_LOADER.includes(name));
    for (const name of names.sort()) it(`leaves ${name} as it is`, () => staysTheSame(node, [join(FOLDER, name)]));
  });

  describe(`rejections that nobody handles, under the shim on Node ${node.version}`, () => {
    for (const mode of ['throw', 'strict', 'warn', 'none', 'warn-with-error-code']) {
      for (const name of readdirSync(REJECTIONS).sort()) {
        it(`are treated as Node does in ${name} with --unhandled-rejections=${mode}`, () =>
          staysTheSame(node, [`--unhandled-rejections=${mode}`, join(REJECTIONS, name)]));
      }
    }
  });
}

async function staysTheSame(node: NodeVersion, args: readonly string[]): Promise<void> {
  const path = await node.path();
  const [alone, traced, watched] = await Promise.all([
    run(path, args),
    record(path, ...args),
    recordWith({ tier: 'hooks' }, path, ...args),
  ]);
  const expected = said(node, alone);
  assert.deepEqual(said(node, traced), expected);
  assert.deepEqual(said(node, watched), expected, 'without insertions');
  assert.notEqual(traced.recording.streams.length, 0);
  const heard = await listenTo(path, args);
  assert.deepEqual(said(node, heard), expected);
  assert.equal(heard.streams, traced.recording.streams.length);
}
