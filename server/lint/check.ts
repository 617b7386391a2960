/** Runs rules over files of one program. */

import type { Finding, Severity } from '../../shared/finding.ts';
import type { PlaceFilter } from '../engine/node-table.ts';
import type { Program } from '../engine/program.ts';
import { ask, together, type Asking } from '../engine/questions.ts';
import type { PackageCode } from '../facts/package-code.ts';
import { someSuspect, type Suspect } from '../facts/suspects.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import type { Node, SourceFile } from '../syntax/ast.ts';
import { isOn, type FileConfig } from './config-resolve.ts';

/** What counts for a file. */
export interface FileSetting {
  readonly config: FileConfig;
  /** Absolute folder that paths in rule options are relative to. */
  readonly root: string;
  /** Whether a command of a package begins in the file. */
  readonly isCommand: boolean;
  readonly packageCode: PackageCode;
}

/** A file with what counts for it. */
export interface CheckInput extends FileSetting {
  readonly source: SourceFile;
  readonly observer?: VisitObserver | undefined;
}

/** A rule's look at one node. */
export interface Visit {
  readonly input: CheckInput;
  readonly rule: Rule;
  readonly node: Node;
}

export interface Checked extends Visit {
  readonly severity: Severity;
  readonly report: Report;
}

/** Says where rules have to look in a file, and is told what their visits depend on. */
export interface VisitObserver {
  /** `undefined` where it has to look everywhere. */
  isWanted(rule: Rule): PlaceFilter | undefined;
  /** What is in a declaration. */
  lookedInto(visit: Visit, declaration: Node): void;
  /** What cannot be told by the declarations that were looked into. */
  lookedAround(visit: Visit): void;
}

/** A look at one file, of which some things may be known already. */
export interface FileLook extends VisitObserver {
  /** All findings, with those that are known already. Each of `findings` is what was made of the one in `checked`. */
  finish(checked: readonly Checked[], findings: readonly Finding[]): readonly Finding[];
}

/**
 * Reports for each input, in the order of its text, at one place in that of the rules. All questions of all files are
 * asked together.
 */
export function check(program: Program, inputs: readonly CheckInput[], rules: readonly Rule[]): Checked[][] {
  const order = new Map(rules.map((rule, i) => [rule, i]));
  const checked = program.run(looks(program, inputs, rules), {
    lookedInto: (principal, declaration) => {
      const visit = principal as Visit;
      visit.input.observer?.lookedInto(visit, declaration);
    },
    lookedAround: principal => (principal as Visit).input.observer?.lookedAround(principal as Visit),
  });
  return checked.map(file =>
    file.toSorted((a, b) => a.report.node.pos - b.report.node.pos || order.get(a.rule)! - order.get(b.rule)!),
  );
}

/** A visit that the file's configuration wants, with what has to be suspect for it to find anything. */
interface PlannedVisit extends Visit {
  readonly severity: Severity;
  readonly context: RuleContext<unknown>;
  readonly suspects: readonly Suspect[] | undefined;
}

/** Files are begun while the compiler answers for those before. */
function* looks(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
): Generator<Asking<readonly Checked[]>> {
  for (const input of inputs) yield look(rules.flatMap(rule => visitsOf(rule, program, input)));
}

/** What the visits find that may find something. */
function* look(visits: readonly PlannedVisit[]): Asking<readonly Checked[]> {
  const isSuspect = yield* someSuspect(visits.map(visit => visit.suspects ?? []));
  const worthwhile = visits.filter((visit, i) => visit.suspects === undefined || isSuspect[i]);
  return (yield* together(worthwhile.map(visit => paid(visit)))).flat();
}

/** A rule's look at every node that it wants to see, as far as syntax tells. */
function visitsOf(rule: Rule, program: Program, input: CheckInput): PlannedVisit[] {
  const severity = input.config.severity(rule.meta);
  if (!isOn(severity)) return [];
  const context = contextOf(input, rule);
  const { options } = context;
  const visits: PlannedVisit[] = [];
  for (const node of program.nodes(input.source, new Set(rule.kinds(options)), input.observer?.isWanted(rule))) {
    if (rule.concerns && !rule.concerns(node, options)) continue;
    const suspects = rule.suspects?.(node, options);
    if (suspects?.length !== 0) visits.push({ input, rule, node, severity, context, suspects });
  }
  return visits;
}

function* paid(visit: PlannedVisit): Asking<readonly Checked[]> {
  const { input, rule, node, severity, context } = visit;
  yield* ask('onBehalf', visit);
  const reports = yield* rule.check(node, context);
  return reports.map(report => ({ input, rule, node, severity: weighed(severity, report.weight), report }));
}

/** What a rule is told of a file besides its code. */
export function contextOf({ config, root, isCommand, packageCode }: FileSetting, { meta }: Rule): RuleContext<unknown> {
  return { options: config.options(meta), root, isCommand, packs: config.packs, packageCode };
}

/** The severity above each. */
export const HIGHER: Readonly<Record<Severity, Severity>> = {
  hint: 'info',
  info: 'warn',
  warn: 'error',
  error: 'error',
};

function weighed(severity: Severity, weight: Report['weight']): Severity {
  if (weight === undefined) return severity;
  return weight === 'slight' ? 'hint' : HIGHER[severity];
}
