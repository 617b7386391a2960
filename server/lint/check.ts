/** Runs rules over files of one program. */

import type { Severity } from '../../shared/finding.ts';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import type { Witness } from '../engine/witness.ts';
import type { Report, Rule, RuleContext } from '../rules/rule.ts';
import type { SourceFile } from '../syntax/ast.ts';
import { isOn, type FileConfig } from './config-resolve.ts';

/** A file with the configuration that counts for it. */
export interface CheckInput {
  readonly source: SourceFile;
  readonly config: FileConfig;
  /** Absolute folder that paths in rule options are relative to. */
  readonly root: string;
  /** Whether a command of a package begins in the file. */
  readonly isCommand: boolean;
}

export interface Checked {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** Reports for each input, in the order of its text. All questions of all files are asked together. */
export function check(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
  witness?: Witness,
): Checked[][] {
  const checked = inputs.map((): Checked[] => []);
  const begun: string[] = [];
  program.run(visits(program, inputs, rules, checked, begun), (visit, declaration) =>
    witness?.lookedInto(begun[visit]!, declaration),
  );
  for (const file of checked) file.sort((a, b) => a.report.node.pos - b.report.node.pos);
  return checked;
}

/**
 * Every rule's look at every node that it wants to see, begun while the compiler answers those before. Each adds the
 * name of its file to `begun`.
 */
function* visits(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
  checked: readonly Checked[][],
  begun: string[],
): Generator<Asking<void>> {
  for (const [i, input] of inputs.entries()) {
    const { source, config } = input;
    for (const rule of rules) {
      const severity = config.severity(rule.meta);
      if (!isOn(severity)) continue;
      const context = contextOf(input, rule);
      for (const node of program.nodes(source, new Set(rule.kinds(context.options)))) {
        if (rule.concerns && !rule.concerns(node, context.options)) continue;
        begun.push(source.fileName);
        yield visit(rule.check(node, context), report =>
          checked[i]!.push({ rule, severity: weighed(severity, report.weight), report }),
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
