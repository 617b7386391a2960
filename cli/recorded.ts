/** What a recording tells of the code that is checked. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../shared/finding.ts';
import type { Linting } from '../server/lint/api.ts';
import { Evidence } from '../server/lint/evidence.ts';
import { joined } from '../server/lint/joined-findings.ts';
import { RecordedWarnings, toQuery } from '../server/lint/recorded-warnings.ts';
import { localFile } from '../shared/trace/local-file.ts';
import { ProjectPaths } from '../shared/trace/project-paths.ts';
import { evidenceIn } from '../trace/evidence.ts';
import { warningsIn } from '../trace/warnings/gather.ts';
import { recordedWarnings } from '../trace/warnings/recorded.ts';
import type { Surroundings } from './check.ts';
import { readSource } from './source-text.ts';
import { threadsOf } from './trace/given.ts';
import type { CheckOptions } from './check-options.ts';

export class Recorded {
  readonly #evidence: Evidence;
  readonly #warnings: RecordedWarnings;

  constructor(evidence: Evidence, warnings: RecordedWarnings) {
    this.#evidence = evidence;
    this.#warnings = warnings;
  }

  /**
   * The reports with what was seen at run time: of their findings, and of what no rule had found.
   * @param fixesOf ways to mend a warning in a file
   */
  addTo(reports: readonly FileReport[], fixesOf: Linting['warningFixes']): FileReport[] {
    return reports.map(report => {
      const { file } = report;
      const { findings, ...rest } = this.#evidence.addTo(report, true);
      const warnings = this.#warnings.findingsIn(file).map(it => ({ ...it, fixes: fixesOf(file, toQuery(it)) }));
      const all = joined(findings, warnings);
      return { ...rest, findings: all.sort((a, b) => a.span.start.offset - b.span.start.offset) };
    });
  }

  /** How many warnings stand in none of the files that were checked. */
  elsewhere(reports: readonly FileReport[]): number {
    const here = reports.map(({ file }) => this.#warnings.countIn(file));
    return here.reduce((left, count) => left - count, this.#warnings.count);
  }
}

/** `undefined` where nobody has named a recording. @throws UsageError when it cannot be read */
export async function recordedFor({ trace }: CheckOptions, { cwd }: Surroundings): Promise<Recorded | undefined> {
  if (trace === undefined) return undefined;
  const { threads } = await threadsOf(resolve(cwd, trace));
  const host = {
    textOf: readSource,
    paths: new ProjectPaths(folder => existsSync(`${folder}/package.json`)),
    locate: (file: string) => localFile(file, [cwd], existsSync),
  };
  const warnings = recordedWarnings(warningsIn(threads.map(({ graph }) => graph)));
  return new Recorded(new Evidence(evidenceIn(threads), host), new RecordedWarnings(warnings, host));
}
