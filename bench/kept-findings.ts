// Edits open files of a project at random, and compares after each edit the findings, of which the linter keeps those
// that it takes for unchanged, with what it finds when it looks at all anew. Of a text that does not parse, they may be
// those from before instead, where they are now. Exit code 1 when they differ.
//   node out/bench/kept-findings.js --project <folder> [--paths src] [--open 20] [--edits 500] [--seed 1] [--preset strict]
// Nothing is written to the disk.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Engine } from '../server/engine/engine.ts';
import { textDifference } from '../server/lint/text-difference.ts';
import { createWorkspace } from '../server/lint/workspace.ts';
import type { Finding, Span } from '../shared/finding.ts';
import { DEFAULT_SETTINGS, type Preset } from '../shared/settings.ts';
import { checkoutOf, CHECKOUT_OPTIONS, nameIn } from './checkout.ts';
import { changedText, randomFrom } from './random-edits.ts';
import { sourcesBelow } from './sources.ts';

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    open: { type: 'string', default: '20' },
    edits: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    preset: { type: 'string', default: 'strict' },
  },
});
const checkout = checkoutOf(values);
const random = randomFrom(Number(values.seed));
const oneOf = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
const settings = { ...DEFAULT_SETTINGS, preset: values.preset as Preset };
const workspace = createWorkspace(
  { cancelled: () => false, log: console.error, compilerStarted: () => undefined, settingsFor: () => settings },
  { cwd: checkout.folder, lifetime: 'session' },
);

const sources = checkout.paths.flatMap(path => [...sourcesBelow(join(checkout.folder, path))]);
/** The versions of each open file, the last one first; that on the disk is the last of all. */
const versions = new Map<string, string[]>();
while (versions.size < Math.min(Number(values.open), sources.length)) {
  const file = oneOf(sources);
  versions.set(file, [readFileSync(file, 'utf8')]);
}
const files = [...versions.keys()];
for (const [file, [text]] of versions) workspace.setDocument(file, text!);

/** Several edits in one file, most of which are taken back soon, and now and then in another. */
function* edits(count: number): Generator<readonly [file: string, what: string, text: string]> {
  let file = oneOf(files);
  for (let made = 0; made < count; made++) {
    if (random(8) === 0) file = oneOf(files);
    const before = versions.get(file)!;
    if (before.length > 1 && random(5) < 3) {
      before.shift();
      yield [file, 'an edit was taken back', before[0]!];
    } else {
      const [what, text] = edited(before[0]!);
      before.unshift(text);
      yield [file, what, text];
    }
  }
}

function edited(text: string): readonly [what: string, text: string] {
  const changed = random(2) === 0 ? changedText(text, random) : undefined;
  return changed ? [changed.name, changed.text] : typed(text);
}

/** Something is typed, or deleted, after any statement. */
function typed(text: string): readonly [what: string, text: string] {
  const ends = [...text.matchAll(/;$/gm)].map(({ index }) => index + 1);
  const at = ends.length > 0 ? oneOf(ends) : 0;
  const what = oneOf([
    ' void 0;',
    ' await null;',
    ' Promise.resolve();',
    ' const p = fetch("");',
    ' a.',
    '\n',
    ' if (',
    ' }',
    '"',
    '`',
    ' /*',
  ]);
  if (random(3) > 0) return [`typed ${JSON.stringify(what)}`, text.slice(0, at) + what + text.slice(at)];
  const end = Math.max(0, at - 1 - random(20));
  return [`deleted ${at - end} characters`, text.slice(0, end) + text.slice(at)];
}

/** Fixes are worked out of what rules report: with them all is looked at anew. */
const findingsOf = (file: string, fixes: 'none' | 'safe'): readonly Finding[] =>
  [...workspace.lint([file], fixes)].flatMap(report => report.findings);

const linesOf = (findings: readonly Finding[]): string =>
  findings.map(finding => JSON.stringify({ ...finding, fixes: [] })).toSorted().join('\n');

/** What was shown of a file last, and of which text. */
const shown = new Map<string, { readonly text: string; readonly findings: readonly Finding[] }>();

/** What each finding is, and where in the text. */
function placesOf(findings: readonly Finding[], added: (span: Span) => number = () => 0): string {
  const places = findings.map(({ rule, message, span }) => {
    const offsets = [span.start.offset, span.end.offset].map(offset => offset + added(span));
    return [...offsets, rule, message].join(' ');
  });
  return places.toSorted().join('\n');
}

/** Whether these are those that were shown, where they are now, without those that tell of what was edited. */
function areAsBefore(file: string, now: string, findings: readonly Finding[]): boolean {
  const before = shown.get(file);
  if (!before) return false;
  const { start, end, newEnd } = textDifference(before.text, now);
  const isBeside = (span: Span) => span.file !== file || span.end.offset <= start || span.start.offset >= end;
  const beside = before.findings.filter(({ span, related }) => [span, ...related.map(it => it.span)].every(isBeside));
  return placesOf(findings) === placesOf(beside, span => (span.start.offset >= end ? newEnd - end : 0));
}

const parser = new Engine(checkout.folder, 'session', {
  started: () => undefined,
  checkpoint: () => undefined,
  log: console.error,
});
let parsed = 0;

function parses(file: string, text: string): boolean {
  const copy = join('/virtual', `${++parsed}-${basename(file)}`);
  parser.setText(copy, text);
  parser.locate([copy]);
  const result = parser.use(snapshot => snapshot.programOfLoose(copy)?.parses(copy));
  parser.closeLoose(copy);
  return result !== false;
}

let [step, stale, stayed] = [0, 0, 0];
const seconds = { none: 0, safe: 0 };
for (const [file, what, text] of edits(Number(values.edits))) {
  workspace.setDocument(file, text);
  step++;
  for (const one of [file, oneOf(files)]) {
    const [kept, fresh] = (['none', 'safe'] as const).map(fixes => {
      const started = performance.now();
      const findings = findingsOf(one, fixes);
      seconds[fixes] += (performance.now() - started) / 1000;
      return findings;
    }) as [readonly Finding[], readonly Finding[]];
    const now = versions.get(one)![0]!;
    const isRight = linesOf(kept) === linesOf(fresh);
    const mayStay = !isRight && areAsBefore(one, now, kept) && !parses(one, now);
    shown.set(one, { text: now, findings: kept });
    if (mayStay) stayed++;
    if (isRight || mayStay) continue;
    stale++;
    console.log(`${step} STALE in ${nameIn(checkout, one)} after ${what} in ${nameIn(checkout, file)}`);
    console.log(`--- kept\n${linesOf(kept)}\n--- anew\n${linesOf(fresh)}`);
  }
}
parser.dispose();
workspace.dispose();
console.log(
  `${values.edits} edits, ${stale} stale answers, ${stayed} from before the text broke; ${seconds.none.toFixed(1)} s, and ${seconds.safe.toFixed(1)} s to look at all.`,
);
process.exitCode = stale === 0 ? 0 : 1;
