/** A recording means the same however it arrives. */

import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_INTS } from '../../shared/trace/events.ts';
import type { Stream } from '../../shared/trace/recording.ts';
import { obtainNode } from '../../scripts/node-versions.ts';
import { criticalPath, longestTask } from '../../trace/critical-path.ts';
import { Thread } from '../../trace/thread.ts';
import { taskSpans } from '../../trace/timeline/timeline.ts';
import { allTasks } from '../../trace/timeline/tasks-on-lanes.ts';
import { describeGraph } from './describe.ts';
import { randomProgram } from './random-program.ts';
import { record } from './record.ts';
import { threadOf } from './threads.ts';

/** Takes the stream one event at a time, and asks in between. */
function threadBitByBit(stream: Stream): Thread {
  const thread = new Thread(stream);
  for (const segment of stream.segments) {
    thread.begin(segment);
    for (const { base, events } of segment.chunks) {
      for (let at = 0; at < events.length; at += EVENT_INTS) {
        thread.take({ base, events: events.subarray(at, at + EVENT_INTS) });
        if (at % 100 === 0) pictureOf(thread);
      }
    }
  }
  return thread;
}

function pictureOf({ graph, lanes }: Thread) {
  const rows = [...lanes.groups.values()].flatMap(({ site, last }) => last.map((_, lane) => ({ site, lane })));
  return taskSpans(graph, allTasks(graph, lanes), rows, { from: 0, until: graph.until + 1, pixels: 1000, limit: 5000 });
}

function knownOf(thread: Thread, file: string) {
  const { graph, sites, activity } = thread;
  return {
    tasks: describeGraph(graph, file),
    picture: pictureOf(thread),
    functions: Array.from(sites.functions.values(), it => [
      it.site,
      it.started,
      it.fulfilled,
      it.rejected,
      it.running,
      it.ready,
      it.suspended,
      it.durations.percentile(95),
    ]),
    awaits: Array.from(sites.awaits.values(), it => [
      it.site,
      it.waits.count,
      it.waits.total,
      it.rejected,
      [...it.resources],
    ]),
    edges: [...sites.spawns, ...sites.waitsFor],
    path: criticalPath(graph, longestTask(graph)!),
    busy: [...activity.busy],
  };
}

describe('a thread that is read bit by bit', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
  after(() => rmSync(folder, { recursive: true }));

  it('is known as well as one that is read at once', async () => {
    for (let seed = 201; seed <= 203; seed++) {
      const file = join(folder, `${seed}.mjs`);
      writeFileSync(file, randomProgram(seed).source);
      const stream = (await record(await obtainNode(24), file)).recording.streams[0]!;
      assert.deepEqual(knownOf(threadBitByBit(stream), file), knownOf(threadOf(stream), file), `seed ${seed}`);
    }
  });
});
