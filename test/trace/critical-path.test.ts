/** What programs took their time for. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { criticalPath, longestTask, type PathSegment } from '../../trace/critical-path.ts';
import type { Graph } from '../../trace/graph.ts';
import { link } from '../../trace/link.ts';
import { overlapsOn, partInWords, partsOf } from '../../trace/path-in-words.ts';
import { obtainNode } from '../../scripts/node-versions.ts';
import { on, siteAt, streamOf, type Event } from './events.ts';
import { randomProgram } from './random-program.ts';
import { record } from './record.ts';

const SITES = [
  siteAt(1, 'function', 'a'),
  siteAt(2, 'function', 'b'),
  siteAt(3, 'await', 'b()', 1),
  siteAt(4, 'await', 'tick()', 2),
];

const shown = (path: readonly PathSegment[]): string[] =>
  path.map(({ task, state, resource, from, until }) => {
    const why = resource === undefined ? '' : ` on ${resource}`;
    return `${from}-${until} ${task} ${state}${why}`;
  });

const graphOf = (...events: Event[]): Graph => link(streamOf(SITES, { alive: [], events }));

/** `b`, number 2, sleeps until 500; `a` awaits it. */
const SLEEP = [
  on.start(1, 1, 0, 100),
  on.start(2, 2, 1, 110),
  on.resource(1, 5, 2),
  on.promise(0, 9, 2),
  on.await(4, 2, 9, 140),
  on.await(3, 1, 2, 150),
  on.callback(0, 5, 0, 500),
  on.settle(0, 9, -5),
  on.callbackEnd(0, 5, 0, 510),
  on.settle(0, 2, 2, 530),
  on.settle(0, 1, 1, 560),
];

describe('the critical path', () => {
  it('leads through the task that was awaited, back to when it was started', () => {
    const graph = graphOf(...SLEEP);
    assert.deepEqual(shown(criticalPath(graph, 1)), [
      '100-110 1 running',
      '110-140 2 running',
      '140-500 2 suspended on timer',
      '500-510 2 ready',
      '510-530 2 running',
      '530-560 1 running',
    ]);
    assert.equal(longestTask(graph), 1);
  });

  it('leads through the input of a combinator that came last', () => {
    const graph = graphOf(
      on.start(1, 1, 0, 0),
      on.start(2, 2, 1, 10),
      on.await(4, 2, 90, 20),
      on.start(2, 3, 1, 20),
      on.await(4, 3, 91, 30),
      on.promise(0, 4, 1),
      on.then(0, 5, 2, 1),
      on.then(0, 6, 3, 1),
      on.await(3, 1, 4, 40),
      on.resource(1, 5),
      on.callback(0, 5, 0, 100),
      on.settle(0, 90, -5),
      on.callbackEnd(0, 5, 0, 101),
      on.settle(0, 2, 2, 110),
      on.callback(0, 5, 0, 200),
      on.settle(0, 91, -5),
      on.callbackEnd(0, 5, 0, 201),
      on.settle(0, 3, 3, 210),
      on.reaction(0, 6),
      on.settle(0, 4, 6),
      on.settle(0, 1, 1, 220),
    );
    assert.deepEqual(shown(criticalPath(graph, 1)), [
      '0-10 1 running',
      '10-20 2 running',
      '20-30 3 running',
      '30-200 3 suspended on timer',
      '200-201 3 ready',
      '201-210 3 running',
      '210-220 1 running',
    ]);
  });

  it('tells what a task called as that, also where nobody waited for it', () => {
    const graph = graphOf(
      on.start(1, 1, 0, 0),
      on.start(2, 2, 1, 10),
      on.start(2, 3, 2, 30),
      on.settle(0, 3, 3, 60),
      on.settle(0, 2, 2, 70),
      on.settle(0, 1, 1, 100),
    );
    assert.deepEqual(shown(criticalPath(graph, 1)), [
      '0-10 1 running',
      '10-30 2 running',
      '30-60 3 running',
      '60-70 2 running',
      '70-100 1 running',
    ]);
  });

  it('goes on waiting where a callback has started the task', () => {
    const graph = graphOf(
      on.start(1, 1, 0, 0),
      on.promise(0, 9, 1),
      on.resource(1, 5, 1),
      on.await(3, 1, 9, 10),
      on.callback(0, 5, 0, 300),
      on.start(2, 2, -5, 310),
      on.settle(0, 9, 2),
      on.settle(0, 2, 2, 320),
      on.callbackEnd(0, 5, 0, 330),
      on.settle(0, 1, 1, 340),
    );
    assert.deepEqual(shown(criticalPath(graph, 1)), [
      '0-10 1 running',
      '10-310 1 suspended on timer',
      '310-330 1 ready',
      '330-340 1 running',
    ]);
  });

  it('of a task that has not ended leads to the last moment that is known', () => {
    const path = criticalPath(graphOf(...SLEEP.slice(0, 6), on.start(2, 7, 0, 900)), 1);
    assert.deepEqual(shown(path), ['100-110 1 running', '110-140 2 running', '140-900 2 suspended']);
  });

  it('ends, whatever waits for whatever', () => {
    const graph = graphOf(
      on.start(1, 1, 0, 0),
      on.start(2, 2, 1, 1),
      on.await(4, 2, 1, 2),
      on.await(3, 1, 2, 3),
      on.start(1, 3, 0, 50),
    );
    const path = criticalPath(graph, 1);
    assert.deepEqual([path[0]!.from, path.at(-1)!.until], [0, 50]);
  });
});

const PROGRAM = `
import { setTimeout as wait } from 'node:timers/promises';
async function fetchUser() {
  await wait(60);
}
async function all() {
  for (let at = 0; at < 3; at++) await fetchUser();
  const end = Date.now() + 40;
  while (Date.now() < end);
}
await all();
`;

describe('the critical path of a program', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  async function graphOfProgram(name: string, source: string): Promise<Graph> {
    const file = join(folder, name);
    writeFileSync(file, source);
    return link((await record(await obtainNode(24), file)).recording.streams[0]!);
  }

  it('is told in sentences, with what could overlap', async () => {
    const graph = await graphOfProgram('users.mjs', PROGRAM);
    const path = criticalPath(graph, longestTask(graph)!);
    const withoutFigures = (text: string) => text.replaceAll(/\d+ (%|ms)/g, '… $1');
    const parts = partsOf(graph, path).map(partInWords).map(withoutFigures);
    assert.ok(parts.includes('… % waiting for a timer at `wait(60)` in `fetchUser`: … ms, 3 times'), parts.join('\n'));
    assert.ok(parts.includes('… % running in `all`: … ms, 4 times'), parts.join('\n'));
    assert.deepEqual(overlapsOn(graph, path).map(withoutFigures), [
      '3 awaits in a row at `fetchUser()` could overlap: that saves about … ms',
    ]);
  });

  it('has no gap, whatever the program', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const graph = await graphOfProgram(`${seed}.mjs`, randomProgram(seed).source);
      for (const { id, startedAt, endedAt } of graph.tasks.values()) {
        const path = criticalPath(graph, id);
        const until = path.reduce((at, segment) => {
          assert.equal(segment.from, at, `seed ${seed}, task ${id}`);
          return segment.until;
        }, startedAt);
        assert.equal(until, endedAt ?? graph.until, `seed ${seed}, task ${id}`);
      }
    }
  });
});
