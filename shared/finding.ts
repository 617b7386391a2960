/** What the linter says: findings, their evidence, and the edits that mend them. */

/** A point in a file. All counts are 0-based; columns and offsets are UTF-16 code units. */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

/** A stretch of one file, `end` exclusive. `file` is an absolute path with forward slashes. */
export interface Span {
  readonly file: string;
  readonly start: Place;
  readonly end: Place;
}

/** The worst first. */
export const SEVERITIES = ['error', 'warn', 'info', 'hint'] as const;

/** How a finding is shown. `off` exists only in configuration: it never reaches a finding. */
export type Severity = (typeof SEVERITIES)[number];

/** Another place that explains a finding: the declaration called, the suspension point, … */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** Replace `span` by `text`; an insertion has an empty span. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * `safe` fixes may be applied without a look (fix-all, `--fix`); `suggestion`s change what the program does in a way
 * that only its author can judge; those that `silence` leave it as it is, and say that it is fine.
 */
export type FixKind = 'safe' | 'suggestion' | 'silence';

/** One way to mend a finding. */
export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  /** Edits of one or several files, which do not overlap. */
  readonly edits: readonly Edit[];
}

/** One thing that is wrong, where, why, and what can be done. */
export interface Finding {
  /** The rule's name, such as `no-floating-promises`; or that of a run-time warning, such as `sequential-awaits`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  /** Best first. Empty also when fixes were not asked for (they cost time). */
  readonly fixes: readonly Fix[];
}

/** All that is known of one file after it was linted. */
export interface FileReport {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** The tsconfig that the file was checked under; `undefined` for a loose file. */
  readonly project: string | undefined;
}
