// Applies every fix and every suggestion of a project, one at a time, and counts the errors that each brings.
//   node out/bench/apply-fixes.js --project <folder> [--tsconfig tsconfig.json] [--paths packages]
//     [--rule no-floating-promises] [--options '{"ignoreVoid":false}'] [--preset recommended]
//     [--most n] [--json <file>]
// Nothing is written to the project: changes are laid over its files for the type checker alone.
// Then fix-all (`--fix`) runs twice on a copy of the project: the second time must change nothing.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf, nameIn } from './checkout.ts';
import { check } from './command-line.ts';
import { fixAllTwice } from './fix-all.ts';
import { type OfferedFix, offeredFixes, type SarifLog } from './offered-fixes.ts';
import { table } from './table.ts';
import { type NewError, TypeErrors } from './type-errors.ts';

interface Result {
  readonly fix: OfferedFix;
  readonly errors: readonly NewError[];
}

/** Names of the user's own code differ from title to title: left out, so that titles can be counted. */
const kindOf = ({ title }: OfferedFix): string =>
  title.replace(/ \(.*$/, ' (…)').replace(/`(?!void`|Promise\.all`|\.catch)[^`]*`/g, '…');

function printResults(results: readonly Result[]): void {
  const rows = [...new Set(results.map(({ fix }) => kindOf(fix)))].map(kind => {
    const ofKind = results.filter(({ fix }) => kindOf(fix) === kind);
    const errors = ofKind.flatMap(result => result.errors);
    const broken = ofKind.filter(result => result.errors.length > 0).length;
    const count = (which: NewError['kind']): string => `${errors.filter(error => error.kind === which).length}`;
    const severalFiles = ofKind.filter(({ fix }) => fix.changes.size > 1).length;
    return [kind, `${ofKind.length}`, `${severalFiles}`, `${broken}`, count('syntax'), count('type')];
  });
  console.log(table(['fix', 'applied', 'in several files', 'with errors', 'syntax errors', 'type errors'], rows));
}

function printExamples(results: readonly Result[], checkout: Checkout): void {
  for (const { fix, errors } of results.filter(result => result.errors.length > 0)) {
    console.log(`\n${nameIn(checkout, fix.file)}:${fix.line}:${fix.column}  ${fix.title}`);
    for (const { kind, file, code, text } of errors.slice(0, 3)) {
      console.log(`    ${kind} error TS${code} in ${nameIn(checkout, file)}: ${text}`);
    }
  }
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    rule: { type: 'string', default: 'no-floating-promises' },
    options: { type: 'string', default: '{}' },
    preset: { type: 'string', default: 'recommended' },
    most: { type: 'string', default: 'Infinity' },
    json: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
// SARIF is the report that has fixes of several files in it.
const choice = ['--preset', values.preset, '--rule', `${values.rule}=error:${values.options}`];
const args = [...checkout.paths, '--project', checkout.tsconfig, ...choice];
const log = check('sarif', args, checkout.folder) as SarifLog;
const offered = offeredFixes(log, values.rule, checkout.folder);
const fixes = offered.slice(0, Number(values.most));

const project = new TypeErrors(checkout.tsconfig);
console.log(`${fixes.length} of ${offered.length} fixes; ${project.baseline} errors in the project without them\n`);
const results: Result[] = [];
for (const fix of fixes) {
  results.push({ fix, errors: project.newErrors(fix.changes) });
  if (results.length % 50 === 0) process.stderr.write(`${results.length} of ${fixes.length} applied\n`);
}
printResults(results);
printExamples(results, checkout);

const { changed, changedAgain } = fixAllTwice(checkout, choice);
const errors = project.newErrors(changed);
project.close();
console.log(`\nfix-all changed ${changed.size} files, with ${errors.length} new errors; again: ${changedAgain} files`);
if (values.json !== undefined) {
  const plain = results.map(({ fix: { changes: _, ...fix }, errors }) => ({ ...fix, errors }));
  writeFileSync(values.json, JSON.stringify(plain, undefined, 2));
}
process.exitCode = changedAgain === 0 && [...errors, ...results.flatMap(result => result.errors)].length === 0 ? 0 : 1;
