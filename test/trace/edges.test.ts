/** Programs at the edges of what Node does: output, errors and exit code are the same with the shim and without it. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { withoutInsertions } from '../../shim/transform/insertions.ts';
import { makeRunFolder, removeRunFolder } from '../../trace-host/run-folder.ts';
import { Audience } from './audience.ts';
import { NODES } from './nodes.ts';
import { record, recordWith, run, SHIM, type Run } from './record.ts';

const FOLDER = 'test/trace/edges';

/**
 * What a program says, without what may differ: the numbers of processes in warnings, and where Node itself quotes the
 * line that has ended the program, which it does as it ran, what is inserted and the carets below.
 */
const said = ({ code, signal, stdout, stderr }: Run) => ({
  code,
  signal,
  stdout,
  stderr: withoutInsertions(stderr.replaceAll(/\(node:\d+\)/g, '(node)')).replaceAll(/^ +\^/gm, '^'),
});

/** Runs a program that is listened to, and written to no file. */
async function listenTo(node: string, file: string): Promise<Run & { streams: number }> {
  const folder = await makeRunFolder();
  const audience = await Audience.open(folder);
  const ran = await run(node, [file], tracedEnvironment(process.env, SHIM, { rendezvous: folder }));
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
    for (const name of names.sort()) {
      it(`leaves ${name} as it is`, async () => {
        const file = join(FOLDER, name);
        const [alone, traced, watched] = await Promise.all([
          run(await node.path(), [file]),
          record(await node.path(), file),
          recordWith({ tier: 'hooks' }, await node.path(), file),
        ]);
        assert.deepEqual(said(traced), said(alone));
        assert.deepEqual(said(watched), said(alone), 'without insertions');
        assert.notEqual(traced.recording.streams.length, 0);
        const heard = await listenTo(await node.path(), file);
        assert.deepEqual(said(heard), said(alone));
        assert.equal(heard.streams, traced.recording.streams.length);
      });
    }
  });
}
