// What recording costs: CPU time of traced programs relative to the same programs alone, beside other ways to trace.
//   node out/bench/trace.js [--node 20,22,24,26] [--rounds 5] [--without 'a stack each,tier hooks'] [--keep] [workload…]
// All variants of a workload take turns; each figure is the ratio of the smallest times. With --keep, the figures take
// their place in bench/trace/figures.json, from which `npm run generate` makes the table in README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packRecording } from '../cli/trace/pack.ts';
import { readRecording } from '../cli/trace/read.ts';
import { FIGURES_FILE, keptFigures, type Figures } from '../scripts/generate/trace-figures.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { EVENT_INTS } from '../shared/trace/events.ts';
import { table } from './table.ts';
import { VARIANTS } from './trace/variants.ts';
import { argumentsOf, WORKLOADS } from './trace/workloads.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', default: '20,22,24,26' },
    rounds: { type: 'string', default: '5' },
    without: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
});
const workloads = positionals.length > 0 ? positionals : WORKLOADS;
const versions = values.node.split(',');
const variants = Object.entries(VARIANTS).filter(([name]) => !values.without.split(',').includes(name));

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
const recording = join(folder, 'recording');
try {
  const figures: Figures = {};
  for (const workload of workloads) {
    for (const version of versions) {
      const times = await smallestTimes(await obtainNode(Number(version)), workload);
      (figures[workload] ??= {})[version] = { times, bytesPerEvent: await packedBytesPerEvent() };
    }
  }
  print(figures);
  if (values.keep) keep(figures);
} finally {
  rmSync(folder, { recursive: true });
}

/** Milliseconds, by variant. The last one to run is ours, whose recording stays. */
async function smallestTimes(node: string, workload: string): Promise<Record<string, number>> {
  const args = await argumentsOf(workload);
  const times: Record<string, number> = {};
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, environment] of variants) {
      rmSync(recording, { force: true });
      const time = Number(execFileSync(node, args, { env: environment(recording), encoding: 'utf8' })) / 1000;
      times[name] = Math.min(times[name] ?? Infinity, time);
    }
  }
  return times;
}

async function packedBytesPerEvent(): Promise<number> {
  await packRecording(recording);
  const { streams } = await readRecording(recording);
  const chunks = streams.flatMap(({ segments }) => segments.flatMap(it => it.chunks));
  const events = chunks.reduce((sum, chunk) => sum + chunk.events.length / EVENT_INTS, 0);
  return (await stat(recording)).size / events;
}

function print(figures: Figures): void {
  const [alone, ...others] = variants.map(([name]) => name) as [string, ...string[]];
  const rows = Object.entries(figures).flatMap(([workload, byNode]) =>
    Object.entries(byNode).map(([version, { times, bytesPerEvent }]) => [
      `${workload}, Node ${version}`,
      `${times[alone]!.toFixed(0)} ms`,
      ...others.map(it => (times[it]! / times[alone]!).toFixed(2)),
      bytesPerEvent.toFixed(1),
    ]),
  );
  console.log(table(['CPU time', alone, ...others, 'bytes an event'], rows));
}

function keep(figures: Figures): void {
  const kept = keptFigures();
  for (const [workload, byNode] of Object.entries(figures)) kept[workload] = { ...kept[workload], ...byNode };
  writeFileSync(FIGURES_FILE, `${JSON.stringify(kept, undefined, 2)}\n`);
}
