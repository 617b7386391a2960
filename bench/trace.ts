// What recording costs: CPU time of traced programs relative to the same programs alone, beside other ways to trace.
//   node out/bench/trace.js [--node 22,24,26] [--rounds 7] [workload…]
// All variants of a workload take turns; each figure is the ratio of the smallest times.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tracedEnvironment } from '../shared/trace/environment.ts';
import { obtainNode } from '../scripts/node-versions.ts';
import { table } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string', default: '22,24,26' }, rounds: { type: 'string', default: '7' } },
});

/** Ways to run a workload: the environment of each, given a file for a recording. */
const VARIANTS: Readonly<Record<string, (file: string) => NodeJS.ProcessEnv>> = {
  alone: () => process.env,
  asynclens: file => tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file }),
  'empty async_hooks': () => required('bench/trace/empty-hooks.cjs'),
  'a stack each': () => required('bench/trace/stacks.cjs'),
};

const required = (file: string): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: `--require ${resolve(file)}` });

const WORKLOADS = ['awaits', 'calls', 'files', 'http'];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));
try {
  const rows: string[][] = [];
  for (const version of values.node.split(',').map(Number)) {
    const node = await obtainNode(version);
    for (const workload of positionals.length > 0 ? positionals : WORKLOADS) {
      const [alone, ...others] = smallestTimes(node, workload);
      rows.push([
        `${workload}, Node ${version}`,
        `${(alone! / 1000).toFixed(0)} ms`,
        ...others.map(it => (it / alone!).toFixed(2)),
      ]);
    }
  }
  console.log(table(['CPU time', ...Object.keys(VARIANTS)], rows));
} finally {
  rmSync(folder, { recursive: true });
}

/** Microseconds, by variant. */
function smallestTimes(node: string, workload: string): number[] {
  const times = Object.keys(VARIANTS).map((): number[] => []);
  for (let round = 0; round < Number(values.rounds); round++) {
    Object.values(VARIANTS).forEach((environment, at) => {
      const env = environment(join(folder, `${workload}-${round}`));
      times[at]!.push(Number(execFileSync(node, [`bench/trace/${workload}.cjs`], { env, encoding: 'utf8' })));
    });
  }
  return times.map(it => Math.min(...it));
}
