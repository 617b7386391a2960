// Whether the panel is quick enough: each figure beside what its design asks for.
//   node out/bench/panel.js [--events 10000000] [--seconds 60]
// In a browser without a GPU, 1600 by 900 pixels. What its page and the thread with the recording say to each other
// goes through the browser's debugger, which takes longer than VS Code does; only the clicks are in VS Code itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { readThreads } from '../cli/trace/read.ts';
import { launchBrowser } from '../scripts/vscode/chromium.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { TICKS_PER_MS } from '../shared/trace/events.ts';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { encodeFileHeader } from '../shared/trace/frame.ts';
import { place } from '../webview/graph/layers.ts';
import { clicks } from './panel/click.ts';
import { ingest } from './panel/ingest.ts';
import { Panel } from './panel/page.ts';
import { EXPAND, FILTER, PAN_AND_ZOOM, SEARCH, SORT, untilTableIsThere, WATCH_TASKS } from './panel/steps.ts';
import { percentile } from './statistics.ts';
import { writeSyntheticRecording } from './synthetic-recording.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '10000000' }, seconds: { type: 'string', default: '60' } },
});

const rows: string[][] = [];
const told = (what: string, figure: string, target: string): void => void rows.push([what, figure, target]);
const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const inMs = (times: readonly number[], percent: number): string => `${percentile(times, percent).toFixed(0)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
const browser = await launchBrowser();
try {
  await emptyRecording(browser);
  await largeRecording(browser, Number(values.events));
  layout();
  await liveRecording(browser);
  await busyProgram(browser, Number(values.seconds));
  const times = await clicks(browser, mkdtempSync(join(folder, 'workspace-')));
  told('from a click in the panel to the line in the editor, p95', inMs(times, 95), '150 ms');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(table(['panel', 'measured', 'target'], rows));

/** What the page itself takes: the least that any recording can. */
async function emptyRecording(browser: Browser): Promise<void> {
  const file = join(folder, 'empty.asynclens');
  writeFileSync(file, encodeFileHeader());
  const start = performance.now();
  const panel = await Panel.over(file, 'found', browser);
  await panel.page.getByText('No task was recorded').waitFor();
  told('an empty recording: first paint', inSeconds(performance.now() - start), '');
  await panel.close();
}

async function largeRecording(browser: Browser, events: number): Promise<void> {
  const file = join(folder, 'large.asynclens');
  const tasks = writeSyntheticRecording(file, events);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const panel = await Panel.over(file, 'found', browser);
  const { page } = panel;
  await page.locator('.line.site').first().waitFor();
  const painted = performance.now() - start;
  await panel.complete;
  const loaded = performance.now() - start;
  const size = `${(events / 1e6).toFixed(0)} million events, ${(tasks / 1e6).toFixed(1)} million tasks`;
  told(`${size}: first paint`, inSeconds(painted), '1 s');
  told('… complete', inSeconds(loaded), '4 s');
  told('… read in a second', `${(events / loaded / 1000).toFixed(1)} million events`, '1 million events');
  told('… memory an event', `${((process.memoryUsage().rss - before) / events).toFixed(0)} B`, '60 B');
  for (const [what, act] of [
    ['search', SEARCH],
    ['filter by state', FILTER],
    ['sort', SORT],
    ['expand', EXPAND],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < 20; round++) times.push(await page.evaluate<number>(untilTableIsThere(act)));
    told(`… ${what}, p95`, inMs(times, 95), '100 ms');
  }
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await page.locator('.lanes[aria-busy="false"]').waitFor();
  const frames = await page.evaluate<number[]>(PAN_AND_ZOOM);
  told('… a frame while panning and zooming, p95', inMs(frames, 95), '33 ms');
  await panel.close();
}

/** The graph's layout alone: 300 functions, each started by another one, and as many awaits. */
function layout(): void {
  const edges = Array.from({ length: 600 }, (_, at) => ({
    kind: at % 2 === 0 ? ('spawn' as const) : ('await' as const),
    from: Math.floor(at / 4),
    to: 1 + Math.floor(at / 2) % 299,
    count: 1,
    total: 1,
  }));
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    place(300, edges);
    return performance.now() - start;
  });
  told('layout of a graph of 300 nodes, p95', inMs(times, 95), '300 ms');
}

/** From the start of a task in a program that runs to the frame that counts it. */
async function liveRecording(browser: Browser): Promise<void> {
  const file = join(folder, 'live.asynclens');
  writeFileSync(file, encodeFileHeader());
  const panel = await Panel.over(file, 'growing', browser);
  await panel.page.evaluate(WATCH_TASKS);
  const env = tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file });
  await once(
    spawn(await obtainNode(24), ['bench/trace/steady.cjs'], { env: env as NodeJS.ProcessEnv, stdio: 'ignore' }),
    'close',
  );
  panel.end();
  await panel.complete;
  const seen = await panel.page.evaluate<[count: number, at: number][]>('window.seen');
  await panel.close();
  const [thread] = (await readThreads(file)).threads;
  const startOf = Array.from(
    thread!.graph.tasks.values(),
    ({ startedAt }) => thread!.stream.info.startedAt + startedAt / TICKS_PER_MS,
  );
  const delays = startOf.flatMap((start, index) => {
    const shown = seen.find(([count]) => count > index);
    return shown === undefined ? [] : [shown[1] - start];
  });
  told(`from an event in a program to the screen, p50 of ${delays.length}`, inMs(delays, 50), '');
  told('… p95', inMs(delays, 95), '250 ms');
}

/** All of it is kept, so memory grows with what was recorded: as much for the last event as for the first. */
async function busyProgram(browser: Browser, seconds: number): Promise<void> {
  const { events, rate, delays, drain, growth } = await ingest(browser, folder, seconds);
  const million = (count: number): string => `${(count / 1e6).toFixed(1)} million`;
  told(`a program that is recorded for ${seconds} s: events in a second`, million(rate), '1 million');
  told(`… of ${million(events)} events to the screen, p50`, inMs(delays, 50), '');
  told('… p95', inMs(delays, 95), '250 ms');
  told('… what is left to read when it ends', inMs([drain], 50), '');
  told('… memory an event in the first half', `${growth[0].toFixed(0)} B`, '');
  told('… in the second half', `${growth[1].toFixed(0)} B`, '');
}
