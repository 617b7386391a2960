/** Runs rules over files of one program. */

import type { Severity } from '../../shared/finding.ts';
import type { PlaceFilter } from '../engine/node-table.ts';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import type { Witness } from '../engine/witness.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import type { Node, SourceFile } from '../syntax/ast.ts';
import { isOn, type FileConfig } from './config-resolve.ts';

/** A file with the configuration that counts for it. */
export interface CheckInput {
  readonly source: SourceFile;
  readonly config: FileConfig;
  /** Absolute folder that paths in rule options are relative to. */
  readonly root: string;
  /** Whether a command of a package begins in the file. */
  readonly isCommand: boolean;
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
  isWanted(rule: Rule): PlaceFilter;
  /** What is in a declaration. */
  lookedInto(visit: Visit, declaration: Node): void;
  /** What cannot be told by the declarations that were looked into. */
  lookedAround(visit: Visit): void;
}

/** Reports for each input, in the order of its text. All questions of all files are asked together. */
export function check(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
  witness?: Witness,
): Checked[][] {
  const checked = inputs.map((): Checked[] => []);
  const begun: Visit[] = [];
  program.run(visits(program, inputs, rules, checked, begun), {
    lookedInto: (index, declaration) => {
      const visit = begun[index]!;
      visit.input.observer?.lookedInto(visit, declaration);
      witness?.lookedInto(visit.input.source.fileName, declaration);
    },
    lookedAround: index => begun[index]!.input.observer?.lookedAround(begun[index]!),
  });
  for (const file of checked) file.sort((a, b) => a.report.node.pos - b.report.node.pos);
  return checked;
}

/** Every rule's look at every node that it wants to see, begun while the compiler answers those before. */
function* visits(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
  checked: readonly Checked[][],
  begun: Visit[],
): Generator<Asking<void>> {
  for (const [i, input] of inputs.entries()) {
    const { source, config, observer } = input;
    for (const rule of rules) {
      const severity = config.severity(rule.meta);
      if (!isOn(severity)) continue;
      const context = contextOf(input, rule);
      for (const node of program.nodes(source, new Set(rule.kinds(context.options)), observer?.isWanted(rule))) {
        if (rule.concerns && !rule.concerns(node, context.options)) continue;
        begun.push({ input, rule, node });
        yield visit(rule.check(node, context), report =>
          checked[i]!.push({ input, rule, node, severity: weighed(severity, report.weight), report }),
        );
      }
    }
  }
}

export function contextOf({ config, root, isCommand }: CheckInput, { meta }: Rule): RuleContext<unknown> {
  return { options: config.options(meta), root, isCommand, packs: config.packs };
}

/** The severity above each. */
export const HIGHER: Readonly<Record<Severity, Severity>> = { hint: 'info', info: 'warn', warn: 'error', error: 'error' };

function weighed(severity: Severity, weight: Report['weight']): Severity {
  if (weight === undefined) return severity;
  return weight === 'slight' ? 'hint' : HIGHER[severity];
}

function* visit(look: Asking<readonly Report[]>, found: (report: Report) => void): Asking<void> {
  for (const report of yield* look) found(report);
}
