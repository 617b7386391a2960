/** Leaves out what the compiler itself reports at the same place: one squiggle is enough. */

import type { Program } from '../engine/program.ts';
import type { Checked } from './check.ts';

/** For one file. The compiler is asked for its errors only where a report may be among them. */
export function notReportedByCompiler(program: Program, file: string, checked: readonly Checked[]): readonly Checked[] {
  if (checked.every(({ report }) => report.compilerError === undefined)) return checked;
  const errors = program.diagnostics(file);
  return checked.filter(({ report: { compilerError, node } }) =>
    errors.every(({ code, start, end }) => code !== compilerError || end <= node.pos || node.end <= start),
  );
}
