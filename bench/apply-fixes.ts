// Applies every fix and every suggestion of a project as if it were the only one, and counts the errors that each
// brings.
//   node out/bench/apply-fixes.js --project <folder> [--tsconfig tsconfig.json] [--paths packages]
//     [--preset recommended] [--rule 'no-floating-promises=error:{"ignoreVoid":false}']… [--only return-await]
//     [--diffs <file>]
// Nothing is written to the project: changes are laid over its files for the type checker alone.
// Then fix-all (`--fix`) runs twice on a copy of the project: the second time must change nothing.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf, nameIn } from './checkout.ts';
import { check } from './command-line.ts';
import { diffOf } from './diff.ts';
import { fixAllTwice } from './fix-all.ts';
import { type OfferedFix, offeredFixes, type SarifLog } from './offered-fixes.ts';
import { errorsOfEach } from '../scripts/one-at-a-time.ts';
import { table } from './table.ts';
import { type NewError, TypeErrors } from '../scripts/type-errors.ts';

interface Result {
  readonly fix: OfferedFix;
  readonly errors: readonly NewError[];
}

/** Names of the user's own code differ from title to title: left out, so that titles can be counted. */
const kindOf = ({ rule, title }: OfferedFix): string =>
  `${rule}: ${title.replace(/ \(.*$/, ' (…)').replace(/`[^`]*`/g, name => (OUR_WORDS.has(name) ? name : '…'))}`;

const OUR_WORDS: ReadonlySet<string> = new Set([
  '`.catch`',
  '`await`',
  '`Error`',
  '`for…of`',
  '`Promise.all`',
  '`void`',
]);

function printResults(results: readonly Result[]): void {
  const rows = [...new Set(results.map(({ fix }) => kindOf(fix)))].toSorted().map(kind => {
    const ofKind = results.filter(({ fix }) => kindOf(fix) === kind);
    const errors = ofKind.flatMap(result => result.errors);
    const broken = ofKind.filter(result => result.errors.length > 0).length;
    const count = (which: NewError['kind']): string => `${errors.filter(error => error.kind === which).length}`;
    const severalFiles = ofKind.filter(({ fix }) => fix.changes.size > 1).length;
    return [kind, `${ofKind.length}`, `${severalFiles}`, `${broken}`, count('syntax'), count('type')];
  });
  console.log(table(['fix', 'applied', 'in several files', 'with errors', 'syntax errors', 'type errors'], rows));
}

const placeOf = (checkout: Checkout, { file, line, column, title }: OfferedFix): string =>
  `${nameIn(checkout, file)}:${line}:${column}  ${title}`;

function printExamples(results: readonly Result[], checkout: Checkout): void {
  for (const { fix, errors } of results.filter(result => result.errors.length > 0)) {
    console.log(`\n${placeOf(checkout, fix)}`);
    for (const { kind, file, code, text } of errors.slice(0, 3)) {
      console.log(`    ${kind} error TS${code} in ${nameIn(checkout, file)}: ${text}`);
    }
  }
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    preset: { type: 'string', default: 'recommended' },
    rule: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    diffs: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
const choice = ['--preset', values.preset, ...values.rule.flatMap(rule => ['--rule', rule])];
// SARIF is the report that has fixes of several files in it.
const log = check('sarif', [...checkout.paths, '--project', checkout.tsconfig, ...choice], checkout.folder) as SarifLog;
const project = new TypeErrors(checkout.tsconfig);
const offered = offeredFixes(log, checkout.folder).filter(fix => fix.rule === (values.only ?? fix.rule));
const fixes = offered.filter(({ changes }) => [...changes.keys()].every(file => project.has(file)));
console.log(`${fixes.length} fixes; ${project.baseline} errors in the project without them`);
console.log(`${offered.length - fixes.length} more cannot be checked: they change files that are not in the project\n`);
if (values.diffs !== undefined) {
  const diffs = fixes.map(fix => `### ${fix.rule} ${placeOf(checkout, fix)}\n${diffOf(fix.changes, checkout)}`);
  writeFileSync(values.diffs, diffs.join('\n'));
}
const results: Result[] = [];
for (const [fix, errors] of errorsOfEach(fixes, project)) {
  results.push({ fix, errors });
  if (results.length % 50 === 0) process.stderr.write(`${results.length} of ${fixes.length} applied\n`);
}
printResults(results);
printExamples(results, checkout);

const { changed, changedAgain } = fixAllTwice(checkout, choice);
const errors = project.newErrors(changed);
project.close();
console.log(`\nfix-all changed ${changed.size} files, with ${errors.length} new errors; again: ${changedAgain} files`);
process.exitCode = changedAgain === 0 && [...errors, ...results.flatMap(result => result.errors)].length === 0 ? 0 : 1;
