/** What a check has found, as all output formats get it. */

import type { FileReport, Severity } from '../shared/finding.ts';
import type { RuleMeta } from '../shared/rule-meta.ts';

export interface CheckResult {
  /** One for each linted file, in the order of their names. */
  readonly reports: readonly FileReport[];
  readonly rules: readonly RuleMeta[];
  /** The version of Asynclens. */
  readonly version: string;
  /** Absolute, with forward slashes: paths are shown relative to it. */
  readonly cwd: string;
  /** The text of a linted file as it is on disk now, without a byte order mark. */
  readonly textOf: (file: string) => string;
  /** Whether the output goes to people who see colours. */
  readonly colour: boolean;
}

/** All that a format makes of a result: what is to be written to the standard output. */
export type Formatter = (result: CheckResult) => string;

/** How many findings have one of these severities. */
export function countOf(reports: readonly FileReport[], ...severities: readonly Severity[]): number {
  return reports.flatMap(report => report.findings).filter(({ severity }) => severities.includes(severity)).length;
}

/** `file` relative to the working directory where it lies below it. */
export function shown(file: string, cwd: string): string {
  const folder = cwd.endsWith('/') ? cwd : `${cwd}/`;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}
