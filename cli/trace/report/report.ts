/** `asynclens report`: what a recording shows, for people or for programs. */

import type { NamedPlace } from '../../../trace/warnings/warning.ts';
import { warningsIn, type Warning } from '../../../trace/warnings/gather.ts';
import type { ExitCode } from '../../check.ts';
import { paintWith } from '../../formats/paint.ts';
import type { Terminal } from '../../progress.ts';
import { USUAL_WIDTH } from '../../text/wrap.ts';
import { threadsOf } from '../given.ts';
import type { Threads } from '../read.ts';
import { functionsIn, type FunctionRow } from './functions.ts';
import { jsonOf } from './json.ts';
import { SEVERITIES, type FailOn, type ReportOptions } from './options.ts';
import { textOf } from './text.ts';

/** All that is told of a recording. */
export interface Report {
  readonly recorded: Threads;
  readonly functions: readonly FunctionRow[];
  /** How many of them people want to see. */
  readonly top: number;
  /** The worst first. */
  readonly warnings: readonly Warning[];
}

export interface Place {
  /** Absolute, with forward slashes. */
  readonly cwd: string;
  readonly stdout: Terminal;
  readonly colour: boolean;
}

/** @throws UsageError when there is no recording */
export async function report(options: ReportOptions, { cwd, stdout, colour }: Place): Promise<ExitCode> {
  const recorded = await threadsOf(options.file);
  const graphs = recorded.threads.map(({ graph }) => graph);
  const warnings = warningsIn(graphs, options.thresholds).filter(it => isWanted(it, options.filter));
  const functions = functionsIn(recorded.threads, options.sort).filter(({ site }) => hasText(site, options.filter));
  const told = { recorded, functions, top: options.top, warnings };
  const page = { cwd, width: stdout.columns ?? USUAL_WIDTH, paint: paintWith(colour) };
  stdout.write(options.json ? jsonOf(told) : textOf(told, page));
  return fails(warnings, options.failOn) ? 1 : 0;
}

const isWanted = ({ name, site, evidence }: Warning, filter: string): boolean =>
  name.includes(filter) || hasText(site, filter) || evidence.some(it => hasText(it.site, filter));

const hasText = (site: NamedPlace | undefined, filter: string): boolean =>
  `${site?.file} ${site?.name}`.includes(filter);

const fails = (warnings: readonly Warning[], failOn: FailOn | undefined): boolean =>
  failOn !== undefined &&
  warnings.some(({ severity }) => SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some(it => it === severity));
