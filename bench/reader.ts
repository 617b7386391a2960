// What it costs to read a recording: time and memory until all of it is known, and how long a picture of it takes.
//   node --expose-gc out/bench/reader.js [--events 1000000,10000000]
// Beside it, the least that any reader of Chrome's trace format does: JSON.parse of the same tasks and awaits.
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readThreads } from '../cli/trace/read.ts';
import type { Thread } from '../trace/thread.ts';
import { taskSpans, turnSpans } from '../trace/timeline/timeline.ts';
import { allTasks, type LaneRow } from '../trace/timeline/tasks-on-lanes.ts';
import { percentile } from './statistics.ts';
import { writeSyntheticRecording } from './synthetic-recording.ts';
import { table } from './table.ts';

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000,10000000' } } });
const collectGarbage = (globalThis as { gc?: () => void }).gc;
if (collectGarbage === undefined) throw new Error('Memory can only be measured with --expose-gc.');

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
try {
  const rows: string[][] = [];
  for (const events of values.events.split(',').map(Number)) {
    const file = join(folder, `${events}.trace`);
    const tasks = writeSyntheticRecording(file, events);
    const { result: threads, seconds, bytes } = await measured(async () => (await readThreads(file)).threads);
    const [thread] = threads as [Thread];
    const pictures = times(1000, seed => picture(thread, seed));
    rows.push([
      `${events / 1e6} million events, ${(tasks / 1e6).toFixed(1)} million tasks`,
      `${(statSync(file).size / events).toFixed(1)} B`,
      `${seconds.toFixed(2)} s`,
      `${(bytes / events).toFixed(0)} B`,
      `${percentile(pictures, 50).toFixed(1)} ms`,
      `${percentile(pictures, 95).toFixed(1)} ms`,
      await chromeTrace(thread, join(folder, 'trace.json'), seconds),
    ]);
  }
  console.log(table(['', 'disk/event', 'load', 'memory/event', 'picture p50', 'p95', 'JSON.parse'], rows));
} finally {
  rmSync(folder, { recursive: true });
}

async function measured<Result>(work: () => Promise<Result>) {
  const held = () => {
    collectGarbage!();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = held();
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  return { result, seconds, bytes: held() - before };
}

function times(count: number, work: (seed: number) => void): number[] {
  return Array.from({ length: count }, (_, seed) => {
    const start = performance.now();
    work(seed);
    return performance.now() - start;
  });
}

/** Somewhere in the recording, from all of it down to the ten thousandth part: 60 lanes, and the turns of the loop. */
function picture({ graph, lanes }: Thread, seed: number): void {
  const width = graph.until / 10 ** (4 * ((seed * 0.618) % 1));
  const from = (graph.until - width) * ((seed * 0.317) % 1);
  const view = { from, until: from + width, pixels: 1600, limit: 5000 };
  const rows: LaneRow[] = [...lanes.groups.values()].flatMap(({ site, last }) =>
    last.map((_, lane) => ({ site, lane })),
  );
  taskSpans(graph, allTasks(graph, lanes), rows.slice(0, 60), view);
  turnSpans(graph, view);
}

/** How much longer the parsing takes. The text of so many events may be longer than a string can be. */
async function chromeTrace({ graph }: Thread, file: string, seconds: number): Promise<string> {
  let part = '[';
  for (const { id, startedAt, endedAt, site, awaits } of graph.tasks.values()) {
    const { name } = graph.sites.get(site)!;
    part += `${JSON.stringify({ ph: 'X', name, pid: 1, tid: id, ts: startedAt / 10, dur: ((endedAt ?? 0) - startedAt) / 10 })},\n`;
    for (const { site: at, from, until } of awaits) {
      const args = {
        ph: 'X',
        name: graph.sites.get(at)!.name,
        pid: 1,
        tid: id,
        ts: from / 10,
        dur: ((until ?? 0) - from) / 10,
      };
      part += `${JSON.stringify(args)},\n`;
    }
    if (part.length > 1e7) {
      await appendFile(file, part);
      part = '';
    }
  }
  await appendFile(file, `${part}{}]`);
  try {
    const { seconds: parsing } = await measured(async () => JSON.parse(readFileSync(file, 'utf8')) as unknown);
    return `${(parsing / seconds).toFixed(2)} of load`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(file);
  }
}
