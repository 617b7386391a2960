/** `asynclens check`: from options to findings on the standard output and an exit code. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReport } from '../shared/finding.ts';
import type { RuleMeta } from '../shared/rule-meta.ts';
import type { ConfigProblem, FixesWanted, Linting, Workspace } from '../server/lint/api.ts';
import { ConfigParser } from '../server/lint/config-parser.ts';
import type { ConfigOverrides } from '../server/lint/configurations.ts';
import { isSource } from '../server/lint/source-files.ts';
import { counted } from '../shared/words.ts';
import { fixUntilStable } from './fix.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import type { Recorded } from './recorded.ts';
import { Progress, type Terminal } from './progress.ts';
import { countOf, shown, type Formatter } from './result.ts';
import { readSource } from './source-text.ts';
import { type CheckOptions, type Format } from './check-options.ts';
import { UsageError } from './usage-error.ts';

/** What a check needs of the world around it. */
export interface Surroundings {
  /** Absolute, with forward slashes. */
  readonly cwd: string;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Whether people who read the standard output see colours. */
  readonly colour: boolean;
  readonly version: string;
  /** The built shim that programs to be recorded load: absolute. */
  readonly shim: string;
  readonly rules: readonly RuleMeta[];
  readonly openWorkspace: (overrides: ConfigOverrides) => Workspace;
  /** Lints with what earlier runs found out. */
  readonly openCached: (overrides: ConfigOverrides, options: CheckOptions) => Linting;
}

export type ExitCode = 0 | 1 | 2;

const FORMATTERS: Readonly<Record<Format, Formatter>> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
};

/**
 * @param recorded what is known of the code from a recording
 * @throws UsageError, and whatever the linter throws when it cannot work
 */
export function check(options: CheckOptions, around: Surroundings, recorded?: Recorded): ExitCode {
  const overrides = overridesFrom(options, around);
  // What is fixed is linted again and again, each time as it is then.
  if (options.fix) {
    const workspace = around.openWorkspace(overrides);
    return checkWith(workspace, lint => fixUntilStable(workspace, lint), options, around, recorded);
  }
  const cached = options.cache.kind === 'kept';
  const linting = cached ? around.openCached(overrides, options) : around.openWorkspace(overrides);
  return checkWith(linting, lint => lint(), options, around, recorded);
}

type Lint = () => readonly FileReport[];

/** @param repeat calls `lint`, once or until it has nothing more to do */
function checkWith(
  linting: Linting,
  repeat: (lint: Lint) => readonly FileReport[],
  options: CheckOptions,
  around: Surroundings,
  recorded: Recorded | undefined,
): ExitCode {
  const progress = new Progress(around.stderr);
  try {
    progress.show('Loading projects…');
    const files = filesToCheck(linting, options, around);
    const problems = linting.configProblems();
    if (problems.length > 0) return refuse(problems, progress, around);

    const found = repeat(() => reportsOn(linting, files, fixesWanted(options), progress));
    const fixesOf: Linting['warningFixes'] = (file, warning) =>
      fixesWanted(options) === 'all' ? linting.warningFixes(file, warning) : [];
    const reports = recorded?.addTo(found, fixesOf) ?? found;
    progress.clear();
    for (const { file, reason } of linting.unreadTsconfigs()) {
      around.stderr.write(`${shown(file, around.cwd)} could not be read in full, so types may be missing: ${reason}\n`);
    }
    if (recorded !== undefined) tellOfOthers(recorded.elsewhere(found), around);
    const written = options.quiet ? reports.map(errorsOnly) : reports;
    around.stdout.write(FORMATTERS[options.format]({ ...around, reports: written, textOf: readSource }));
    return allChecked(files, reports, around) ? exitCode(reports, options, around) : 2;
  } finally {
    progress.clear();
    linting.dispose();
  }
}

function overridesFrom({ config, preset, rules }: CheckOptions, { cwd, rules: known }: Surroundings): ConfigOverrides {
  const [complaint] = new ConfigParser(known).checkRules(rules).complaints;
  if (complaint !== undefined) throw new UsageError(`--rule: ${complaint}`);
  return { configFile: config === undefined ? undefined : existing(config, cwd), preset, rules };
}

function filesToCheck(linting: Linting, options: CheckOptions, { cwd, stderr }: Surroundings): readonly string[] {
  const project = options.project === undefined ? undefined : existing(options.project, cwd);
  const paths = options.paths.map(path => existing(path, cwd));
  const below = paths.length === 0 && project === undefined ? [cwd] : paths;
  const files = linting.filesUnder(below, project);

  // Nothing to check is most likely a mistake, which an exit code of 0 would hide. Not so where commit hooks name
  // files.
  if (files.length === 0 && (paths.length === 0 || !paths.every(isSource))) {
    const where = options.paths.join(' ') || options.project || cwd;
    throw new UsageError(`There is nothing to check in ${where}: no source file, or all are ignored.`);
  }
  for (const path of below) {
    if (files.some(file => file === path || file.startsWith(`${path}/`))) continue;
    stderr.write(`Nothing was checked in ${shown(path, cwd)}: no source file, or all are ignored.\n`);
  }
  return files.toSorted();
}

/** An absolute path with forward slashes. */
function existing(path: string, cwd: string): string {
  const absolute = resolve(cwd, path).replaceAll('\\', '/');
  if (!existsSync(absolute)) throw new UsageError(`There is no file or folder ${path}.`);
  return absolute;
}

function reportsOn(
  linting: Linting,
  files: readonly string[],
  fixes: FixesWanted,
  progress: Progress,
): readonly FileReport[] {
  const reports: FileReport[] = [];
  for (const report of linting.lint(files, fixes)) {
    reports.push(report);
    progress.show(`Checked ${reports.length} of ${files.length} files…`);
  }
  return reports.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Only some formats show fixes, and to find them all takes time. */
function fixesWanted({ fix, format }: CheckOptions): FixesWanted {
  return format === 'json' || format === 'sarif' ? 'all' : fix ? 'safe' : 'none';
}

function refuse(problems: readonly ConfigProblem[], progress: Progress, { cwd, stderr }: Surroundings): ExitCode {
  progress.clear();
  for (const { span, message } of problems) {
    stderr.write(`${shown(span.file, cwd)}:${span.start.line + 1}:${span.start.character + 1} ${message}\n`);
  }
  return 2;
}

/** Warnings that are in none of the reports are not kept back silently. */
function tellOfOthers(count: number, { stderr }: Surroundings): void {
  if (count === 0) return;
  const what = `${counted(count, 'warning')} of the recording ${count === 1 ? 'is' : 'are'}`;
  stderr.write(`${what} about code that has changed, or was not checked. \`asynclens report\` shows all.\n`);
}

/** A file that was to be checked and was not would be a silent success. */
function allChecked(files: readonly string[], reports: readonly FileReport[], { cwd, stderr }: Surroundings): boolean {
  const checked = new Set(reports.map(report => report.file));
  const missing = files.filter(file => !checked.has(file));
  for (const file of missing) stderr.write(`${shown(file, cwd)} was not checked: the compiler could not read it.\n`);
  return missing.length === 0;
}

const errorsOnly = (report: FileReport): FileReport => ({
  ...report,
  findings: report.findings.filter(finding => finding.severity === 'error'),
});

function exitCode(reports: readonly FileReport[], { maxWarnings }: CheckOptions, { stderr }: Surroundings): ExitCode {
  const warnings = countOf(reports, 'warn');
  if (warnings > maxWarnings)
    stderr.write(`Too many warnings: ${warnings}, where --max-warnings allows ${maxWarnings}.\n`);
  return countOf(reports, 'error') > 0 || warnings > maxWarnings ? 1 : 0;
}
