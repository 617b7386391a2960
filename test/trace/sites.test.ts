/** Threads summed up by the places in their code. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../shared/trace/site.ts';
import { Distribution } from '../../trace/sites/distribution.ts';
import type { Thread } from '../../trace/thread.ts';
import { obtainNode } from '../../scripts/node-versions.ts';
import { on, siteAt, streamOf } from './events.ts';
import { randomFrom } from './random.ts';
import { record } from './record.ts';
import { threadOf } from './threads.ts';

describe('a distribution', () => {
  it('knows percentiles to about one per cent', () => {
    const random = randomFrom(5);
    const distribution = new Distribution();
    const all = Array.from({ length: 5000 }, () => 1 + random(10) ** (1 + random(8)));
    for (const duration of all) distribution.add(duration);
    all.sort((a, b) => a - b);
    for (const percent of [0, 1, 50, 95, 99, 100]) {
      const exact = all[Math.max(0, Math.ceil((all.length * percent) / 100) - 1)]!;
      const error = Math.abs(distribution.percentile(percent) - exact) / exact;
      assert.ok(error < 0.012, `${percent} %: ${error}`);
    }
    assert.deepEqual([distribution.count, distribution.max], [5000, all.at(-1)]);
    assert.equal(
      distribution.total,
      all.reduce((a, b) => a + b),
    );
  });

  it('may be of one, of none, or of nothings', () => {
    const distribution = new Distribution();
    assert.equal(distribution.percentile(50), 0);
    distribution.add(0);
    assert.equal(distribution.percentile(99), 0);
    distribution.add(77);
    assert.ok(Math.abs(distribution.percentile(99) - 77) < 0.8);
  });
});

describe('the totals of sites', () => {
  const SITES = [siteAt(1, 'function', 'a'), siteAt(2, 'function', 'b'), siteAt(3, 'await', 'b()', 1)];

  it('are the times that their tasks spent in each state', () => {
    const { sites } = threadOf(
      streamOf(SITES, {
        alive: [],
        events: [
          on.start(1, 1, 0, 100),
          on.start(2, 2, 1, 110),
          on.await(3, 2, 9, 140),
          on.await(3, 1, 2, 150),
          on.resource(1, 5),
          on.callback(0, 5, 0, 500),
          on.settle(0, 9, -5),
          on.callbackEnd(0, 5, 0, 510),
          on.throw(0, 2),
          on.settle(0, 2, 2, 530),
          on.settle(0, 1, 1, 560),
        ],
      }),
    );
    const [a, b] = [sites.functions.get(1)!, sites.functions.get(2)!];
    assert.deepEqual([a.running, a.self, a.suspended, a.ready], [50 + 30, 50, 380, 0]);
    assert.deepEqual([b.running, b.self, b.suspended, b.ready], [30 + 20, 50, 360, 10]);
    assert.deepEqual([a.fulfilled, a.rejected, b.fulfilled, b.rejected, b.alive], [1, 0, 0, 1, 0]);
    assert.equal(b.durations.max, 420);
    assert.deepEqual(
      [...sites.spawns],
      [
        { from: 0, to: 1, count: 1, total: 0 },
        { from: 1, to: 2, count: 1, total: 0 },
      ],
    );
    assert.deepEqual([...sites.waitsFor], [{ from: 3, to: 2, count: 1, total: 380 }]);
    const { rejected, waits, resources } = sites.awaits.get(3)!;
    assert.deepEqual([rejected, waits.count, [...resources]], [1, 2, [['timer', { count: 1, total: 370 }]]]);
  });
});

const PROGRAM = `
import { setTimeout as wait } from 'node:timers/promises';
async function step(at) {
  await wait(1);
  if (at === 2) throw new Error('no');
}
async function walk() {
  for (let at = 0; at < 3; at++) {
    try { await step(at); } catch {}
  }
  await Promise.all([step(5), step(6)]);
}
await Promise.all([walk(), walk()]);
`;

describe('the totals of a program', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  it('count its tasks, and who starts and awaits them', async () => {
    const file = join(folder, 'walk.mjs');
    writeFileSync(file, PROGRAM);
    const { recording } = await record(await obtainNode(24), file);
    const { graph, sites } = threadOf(recording.streams[0]!);
    const name = (site: number) => (site === 0 ? 'program' : nameAt(graph.sites.get(site)!));
    assert.deepEqual(functionsOf(sites, name), ['module: 1', 'walk: 2', 'step: 10, 2 rejected']);
    const edges = [...sites.spawns].map(({ from, to, count }) => `${name(from)} → ${name(to)} ${count}×`);
    assert.deepEqual(edges, ['program → module 1×', 'module → walk 2×', 'walk → step 10×']);
    const waits = [...sites.waitsFor].map(({ from, to, count }) => `${name(from)} → ${name(to)} ${count}×`);
    assert.deepEqual(waits.sort(), [
      'Promise.all([step(5), step(6)]) → step 4×',
      'Promise.all([walk(), walk()]) → walk 2×',
      'step(at) → step 6×',
    ]);
    const awaited = [...sites.awaits.values()].find(({ site }) => name(site) === 'step(at)')!;
    assert.deepEqual([awaited.waits.count, awaited.rejected], [6, 2]);
  });
});

const nameAt = ({ kind, name }: Site): string => (kind === 'module' ? 'module' : name);

const functionsOf = ({ functions }: Thread['sites'], name: (site: number) => string): string[] =>
  Array.from(functions.values(), ({ site, started, rejected, alive }) => {
    assert.equal(alive, 0);
    return `${name(site)}: ${started}${rejected > 0 ? `, ${rejected} rejected` : ''}`;
  });
