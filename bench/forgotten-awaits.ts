// Forgets an `await` or an `async` here and there in a project, adds needless ones, and counts how often our fix for
// what the compiler then reports brings the text back as it was. Where the compiler is silent, our rules are asked.
//   node out/bench/forgotten-awaits.js --project <folder> [--tsconfig tsconfig.json] [--paths packages]
//     [--mistakes 200] [--seed 1] [--list <file>]
// Nothing is written to the project.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyEdits } from '../shared/apply-edits.ts';
import type { Fix } from '../shared/finding.ts';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { isMendable } from '../server/lint/compiler-errors.ts';
import type { Workspace } from '../server/lint/api.ts';
import { createWorkspace } from '../server/lint/workspace.ts';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf, nameIn } from './checkout.ts';
import { type Mistake, type MistakeKind, mistakesIn } from './forgotten.ts';
import { randomFrom } from './random-edits.ts';
import { sourcesBelow } from './sources.ts';
import { table } from './table.ts';
import { type NewError, TypeErrors } from '../scripts/type-errors.ts';

const OUTCOMES = [
  'restored first',
  'restored',
  'other fixes',
  'no fix',
  'other error',
  'restored by a rule',
  'found by a rule',
  'silent',
] as const;

interface Result {
  readonly mistake: Mistake;
  readonly outcome: (typeof OUTCOMES)[number];
  /** The code of the error, or the name of the rule. */
  readonly by: string;
}

const KINDS: readonly MistakeKind[] = ['await forgotten', 'async forgotten', 'await needless'];

/** At most one mistake a file, so that each can be made at the same time as the others. */
function mistakesOf(
  kind: MistakeKind,
  project: TypeErrors,
  files: readonly string[],
  most: number,
  seed: number,
): Mistake[] {
  const random = randomFrom(seed);
  const mistakes: Mistake[] = [];
  const left = [...files];
  while (left.length > 0 && mistakes.length < most) {
    const [file] = left.splice(random(left.length), 1);
    const all = mistakesIn(project.source(file!), kind);
    if (all.length > 0) mistakes.push(all[random(all.length)]!);
  }
  return mistakes;
}

class Judge {
  readonly #workspace: Workspace;
  constructor(cwd: string) {
    const settings = { ...DEFAULT_SETTINGS, preset: 'strict' } as const;
    const host = {
      cancelled: () => false,
      log: () => undefined,
      compilerStarted: () => undefined,
      settingsFor: () => settings,
    };
    this.#workspace = createWorkspace(host, { cwd, lifetime: 'run' });
  }

  outcome(mistake: Mistake, errors: readonly Reported[]): Result {
    const { file, text, start, end } = mistake;
    this.#workspace.setDocument(file, text);
    try {
      const mendable = errors.filter(({ code }) => isMendable(code));
      const fixes = mendable.flatMap(error => this.#workspace.compilerErrorFixes(file, error));
      const by = [...new Set((mendable.length > 0 ? mendable : errors).map(({ code }) => code))].join(' ');
      if (errors.length > 0) {
        const [bad, none] =
          mendable.length > 0 ? (['other fixes', 'no fix'] as const) : (['other error', 'other error'] as const);
        return { mistake, by, outcome: restores(mistake, fixes) ?? (fixes.length > 0 ? bad : none) };
      }
      const findings = this.#workspace.findingsAt(file, start, end);
      const restored = restores(mistake, findings.flatMap(finding => finding.fixes)) && 'restored by a rule';
      const rules = [...new Set(findings.map(({ rule }) => rule))].join(' ');
      return { mistake, by: rules, outcome: restored ?? (findings.length > 0 ? 'found by a rule' : 'silent') };
    } finally {
      this.#workspace.closeDocument(file);
    }
  }

  close(): void {
    this.#workspace.dispose();
  }
}

function restores({ text, original }: Mistake, fixes: readonly Fix[]): 'restored first' | 'restored' | undefined {
  const at = fixes.findIndex(({ edits }) => applyEdits(text, edits) === original);
  return at < 0 ? undefined : at === 0 ? 'restored first' : 'restored';
}

type Reported = Pick<NewError, 'code'> & { readonly start: number; readonly end: number };

/** What an editor would show in the file of each mistake. */
function reportedFor(mistakes: readonly Mistake[], project: TypeErrors): (mistake: Mistake) => Reported[] {
  const errors = project.newErrors(new Map(mistakes.map(({ file, text }) => [file, text])));
  const suggestions = mistakes.flatMap(({ file, start, end }) =>
    project.suggestions(file).filter(one => one.code === 80007 && one.offset >= start && one.offset < end),
  );
  return ({ file }) =>
    [...errors, ...suggestions]
      .filter(error => error.file === file)
      .map(({ code, offset, end }) => ({ code, start: offset, end }));
}

function print(results: readonly Result[]): void {
  const kinds = KINDS.filter(kind => results.some(({ mistake }) => mistake.kind === kind));
  const rows = kinds.map(kind => {
    const ofKind = results.filter(({ mistake }) => mistake.kind === kind);
    return [
      kind,
      `${ofKind.length}`,
      ...OUTCOMES.map(one => `${ofKind.filter(({ outcome }) => outcome === one).length}`),
    ];
  });
  console.log(table(['mistake', 'made', ...OUTCOMES], rows));
  const by = [...new Set(results.map(result => `${result.outcome}: ${result.by}`))].toSorted();
  console.log(
    `\n${table(
      ['outcome: by', 'times'],
      by.map(one => [one, `${results.filter(it => `${it.outcome}: ${it.by}` === one).length}`]),
    )}`,
  );
}

function line({ mistake: { kind, file, text, start }, outcome, by }: Result, checkout: Checkout): string {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const place = `${nameIn(checkout, file)}:${text.slice(0, start).split('\n').length}`;
  return `${kind} | ${outcome} | ${by} | ${place} | ${text.slice(lineStart).split('\n', 1)[0]!.trim()}`;
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    mistakes: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    list: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
const project = new TypeErrors(checkout.tsconfig);
const judge = new Judge(checkout.folder);
const files = checkout.paths
  .flatMap(path => [...sourcesBelow(join(checkout.folder, path))])
  .filter(file => project.has(file));
const results: Result[] = [];
// All are chosen before the first is made: from then on the project is no longer as it was.
const chosen = KINDS.map(kind => mistakesOf(kind, project, files, Number(values.mistakes), Number(values.seed)));
for (const mistakes of chosen) {
  const reported = reportedFor(mistakes, project);
  for (const mistake of mistakes) results.push(judge.outcome(mistake, reported(mistake)));
}
project.close();
judge.close();
print(results);
if (values.list !== undefined) writeFileSync(values.list, results.map(result => line(result, checkout)).join('\n'));
