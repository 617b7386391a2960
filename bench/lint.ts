// Lints a whole project with Asynclens and with its peers, interleaved, and prints what each run costs.
//   node out/bench/lint.js --project <folder> [--tsconfig tsconfig.json] [--paths packages] [--runs 4]
//     [--rule no-floating-promises,…] [--options '{"ignoreVoid":false}'] [--json <file>]
//     [--linters asynclens,tsgolint,typescript-eslint]

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf } from './checkout.ts';
import { type Linter, LINTER_OPTIONS, lintersOf, PEER_VERSIONS, run, type Run } from './linters.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

const FIGURES = ['wall', 'cpu', 'memory'] as const;
type Figures = Readonly<Record<(typeof FIGURES)[number], number>>;

/** Interleaved, each round starting with another linter, so that a slow minute of the machine hits all alike. */
async function runAll(linters: readonly Linter[], checkout: Checkout, runs: number): Promise<Map<Linter, Run[]>> {
  const results = new Map<Linter, Run[]>(linters.map(linter => [linter, []]));
  for (let round = 0; round < runs; round++) {
    for (let i = 0; i < linters.length; i++) {
      const linter = linters[(round + i) % linters.length]!;
      process.stderr.write(`round ${round + 1} of ${runs}: ${linter.name}\n`);
      results.get(linter)!.push(await run(linter, checkout));
    }
  }
  return results;
}

const medians = (runs: readonly Run[]): Figures => ({
  wall: median(runs.map(run => run.wall)),
  cpu: median(runs.map(run => run.cpu)),
  memory: median(runs.map(run => run.memory)),
});

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

function print(results: ReadonlyMap<Linter, readonly Run[]>): void {
  const rows = [...results].map(([{ name }, runs]) => {
    const { wall, cpu, memory } = medians(runs);
    const { findings, refusals } = runs.at(-1)!;
    return [name, wall.toFixed(2), cpu.toFixed(2), megabytes(memory), `${findings.length}`, `${refusals.length}`];
  });
  console.log(table(['median', 'wall s', 'CPU s', 'memory MB', 'findings', 'not linted'], rows));

  for (const [{ name }, runs] of results) {
    for (const refusal of runs.at(-1)!.refusals.slice(0, 3)) console.log(`\n${name} did not lint ${refusal}`);
  }
}

/** What the first linter costs, with each of the others as 1. */
function printRatios([first, ...others]: readonly (readonly [Linter, readonly Run[]])[]): void {
  if (first === undefined || others.length === 0) return;
  const mine = medians(first[1]);
  const rows = others.map(([{ name }, runs]) => {
    const theirs = medians(runs);
    return [`${first[0].name} / ${name}`, ...FIGURES.map(figure => (mine[figure] / theirs[figure]).toFixed(2))];
  });
  console.log(`\n${table(['ratio', 'wall', 'CPU', 'memory'], rows)}`);
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    ...LINTER_OPTIONS,
    runs: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
const linters = lintersOf(values);
console.log(`${values.rule} in ${checkout.paths.join(', ')}; peers: ${PEER_VERSIONS}\n`);
const results = await runAll(linters, checkout, Number(values.runs));
print(results);
printRatios([...results]);
if (values.json !== undefined) {
  const measured = [...results].map(([{ name }, runs]) => ({
    name,
    median: medians(runs),
    runs: runs.map(({ findings, ...figures }) => ({ ...figures, findings: findings.length })),
  }));
  const report = { rule: values.rule, peers: PEER_VERSIONS, linters: measured };
  writeFileSync(values.json, JSON.stringify(report, undefined, 2));
}
