/** Runs rules over files of one program. */

import type { Severity } from '../../shared/finding.ts';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import type { Report, Rule } from '../rules/rule.ts';
import type { SourceFile } from '../syntax/ast.ts';
import { isOn, type FileConfig } from './config-resolve.ts';

/** A file with the configuration that counts for it. */
export interface CheckInput {
  readonly source: SourceFile;
  readonly config: FileConfig;
  /** Absolute folder that paths in rule options are relative to. */
  readonly root: string;
}

export interface Checked {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly report: Report;
}

/** Reports for each input, in the order of its text. All questions of all files are asked together. */
export function check(program: Program, inputs: readonly CheckInput[], rules: readonly Rule[]): Checked[][] {
  const askers: { readonly input: number; readonly rule: Rule; readonly severity: Severity }[] = [];
  const asking: Asking<readonly Report[]>[] = [];
  inputs.forEach(({ source, config, root }, input) => {
    for (const rule of rules) {
      const severity = config.severity(rule.meta);
      if (!isOn(severity)) continue;
      const context = { options: config.options(rule.meta), root };
      for (const node of program.nodes(source, new Set(rule.kinds(context.options)))) {
        askers.push({ input, rule, severity });
        asking.push(rule.check(node, context));
      }
    }
  });
  const checked = inputs.map((): Checked[] => []);
  program.run(asking).forEach((reports, i) => {
    const { input, rule, severity } = askers[i]!;
    checked[input]!.push(...reports.map(report => ({ rule, severity, report })));
  });
  for (const file of checked) file.sort((a, b) => a.report.node.pos - b.report.node.pos);
  return checked;
}
