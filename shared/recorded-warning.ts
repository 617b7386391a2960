/** Run-time warnings, for those who look at the code: places in it by names that outlive edits elsewhere. */

import type { Severity } from './finding.ts';
import { HOME_PAGE, rulePage } from './rule-meta.ts';
import type { WantedPlace } from './trace/site-places.ts';

/** The kinds of warnings; each has its page. No rule has such a name. */
export const WARNING_NAMES = [
  'event-loop-block',
  'leaked-race-timer',
  'long-suspension',
  'microtask-starvation',
  'never-awaited',
  'never-resumes',
  'ready-but-waiting',
  'sequential-awaits',
  'suspended-at-exit',
  'unbounded-fan-out',
  'unhandled-rejection',
] as const;
export type WarningName = (typeof WARNING_NAMES)[number];

export interface RecordedPlace extends WantedPlace {
  /** The original source, as the recording has it: it may have been made on another machine. */
  readonly file: string;
}

export interface RecordedWarning {
  readonly name: WarningName;
  readonly severity: Severity;
  /** What happened, why that matters, and what to do. */
  readonly message: string;
  readonly place: RecordedPlace;
  /** What shows it, in the order in which a person should look at it. */
  readonly evidence: readonly { readonly message: string; readonly place: RecordedPlace }[];
}

/** Whether a finding is told by a recording, not by a rule. */
export const isWarning = (name: string): boolean => WARNING_NAMES.some(it => it === name);

/** The address of the page of a rule or a warning, for `codeDescription` and SARIF. */
export const pageOf = (name: string): string =>
  isWarning(name) ? `${HOME_PAGE}/blob/main/docs/warnings/${name}.md` : rulePage(name);

/** Who tells of it: the linter, or a recording. */
export const sourceOf = (name: string): string => (isWarning(name) ? 'asynclens-trace' : 'asynclens');
