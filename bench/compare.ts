// Compares the findings of the linters on a checkout one by one.
//   node out/bench/compare.js --project <folder> [--tsconfig tsconfig.json] [--paths packages]
//     [--rule no-floating-promises,…] [--options '{"ignoreVoid":false}'] [--json <file>] [--all]
//     [--linters asynclens,tsgolint,typescript-eslint]
// The first linter is compared with each of the others. Prints what only one of two says; with --all, also the rest.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answer, ReportedFinding } from './answers.ts';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf } from './checkout.ts';
import { LINTER_OPTIONS, lintersOf, run } from './linters.ts';

interface Comparison {
  readonly both: readonly ReportedFinding[];
  readonly onlyFirst: readonly ReportedFinding[];
  readonly onlySecond: readonly ReportedFinding[];
}

/**
 * Matches two lists one to one: first by file, line and column, then what is left by file and line,
 * since linters count columns in bytes or in UTF-16 units.
 */
function compare(first: readonly ReportedFinding[], second: readonly ReportedFinding[]): Comparison {
  const exact = match(first, second, ({ file, line, column }) => `${file}:${line}:${column}`);
  const near = match(exact.onlyFirst, exact.onlySecond, ({ file, line }) => `${file}:${line}`);
  return { ...near, both: [...exact.both, ...near.both] };
}

function match(
  first: readonly ReportedFinding[],
  second: readonly ReportedFinding[],
  keyOf: (finding: ReportedFinding) => string,
): Comparison {
  const unmatched = new Map<string, ReportedFinding[]>();
  for (const finding of second) {
    const key = keyOf(finding);
    unmatched.set(key, [...(unmatched.get(key) ?? []), finding]);
  }
  const both: ReportedFinding[] = [];
  const onlyFirst: ReportedFinding[] = [];
  for (const finding of first) {
    const partner = unmatched.get(keyOf(finding))?.shift();
    (partner === undefined ? onlyFirst : both).push(finding);
  }
  return { both, onlyFirst, onlySecond: [...unmatched.values()].flat() };
}

const byPlace = (a: ReportedFinding, b: ReportedFinding): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;

function printList(title: string, findings: readonly ReportedFinding[], checkout: Checkout): void {
  console.log(`\n${title}: ${findings.length}`);
  for (const { file, line, column, message } of [...findings].sort(byPlace)) {
    const source = readFileSync(join(checkout.folder, file), 'utf8').split('\n')[line - 1] ?? '';
    console.log(`  ${file}:${line}:${column}\n      ${source.trim()}\n      ${message.split('\n')[0]}`);
  }
}

interface NamedAnswer extends Answer {
  readonly name: string;
}

function printAnswer({ name, findings, refusals }: NamedAnswer): void {
  console.log(`${name}: ${findings.length} findings, ${refusals.length} refusals`);
  for (const refusal of refusals) console.log(`  did not lint ${refusal.split('\n')[0]}`);
}

function printComparison(first: NamedAnswer, second: NamedAnswer, checkout: Checkout, withShared: boolean): void {
  const { both, onlyFirst, onlySecond } = compare(first.findings, second.findings);
  console.log(`\n== ${first.name} and ${second.name}: ${both.length} in both`);
  if (withShared) printList('in both', both, checkout);
  printList(`only ${first.name}`, onlyFirst, checkout);
  printList(`only ${second.name}`, onlySecond, checkout);
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    ...LINTER_OPTIONS,
    json: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const checkout = checkoutOf(values);
const answers: NamedAnswer[] = [];
for (const linter of lintersOf(values)) {
  process.stderr.write(`${linter.name} …\n`);
  const { findings, refusals } = await run(linter, checkout);
  answers.push({ name: linter.name, findings, refusals });
}
answers.forEach(printAnswer);
for (const other of answers.slice(1)) printComparison(answers[0]!, other, checkout, values.all);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(answers, undefined, 2));
