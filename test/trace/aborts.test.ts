/** Recordings tell who called off a task. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aborterOf } from '../../trace/aborts.ts';
import { link } from '../../trace/link.ts';
import { nameOf, nameOfResource } from '../../trace/words.ts';
import { NODES } from './nodes.ts';
import { record } from './record.ts';

const PROGRAM = `
import { setTimeout as sleep } from 'node:timers/promises';
const controller = new AbortController();
const { signal } = controller;
async function sleeper() { await sleep(60_000, undefined, { signal }); }
async function around() { await sleeper(); }
async function several() { await Promise.all([sleeper(), sleep(1)]); }
async function own() {
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}
async function hurried() { await sleep(60_000, undefined, { signal: AbortSignal.timeout(1) }); }
async function broken() { await sleep(1); throw new Error('of itself'); }
async function user() {
  await sleep(2);
  controller.abort();
}
await Promise.allSettled([around(), several(), own(), hurried(), broken(), user()]);
`;

describe('tasks that are aborted', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
    await writeFile(join(folder, 'main.mjs'), PROGRAM);
  });
  after(() => rm(folder, { recursive: true }));

  for (const { version, path, isModern } of NODES) {
    it(`tell who did it, on Node ${version}`, async () => {
      const { recording } = await record(await path(), join(folder, 'main.mjs'));
      const graph = link(recording.streams[0]!);
      const told = Array.from(graph.tasks.values(), task => {
        const aborter = aborterOf(graph, task);
        if (aborter === undefined) return [];
        const by = aborter.kind === 'resource' ? nameOfResource(aborter.resource) : nameOf(graph, aborter.task);
        return `${nameOf(graph, task)} by ${by}`.replaceAll('`', '');
      });
      const byUser = ['around', 'own', 'several', 'sleeper', 'sleeper'].map(it => `${it} by user`);
      assert.deepEqual(told.flat().sort(), [...byUser, ...(isModern ? ['hurried by a timer'] : [])].sort());
    });
  }
});
