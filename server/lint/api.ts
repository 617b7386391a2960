/** What the linter offers to its two users, the language server's worker and the command line. */

import type { BlockingRow } from '../../shared/blocking-paths.ts';
import type { Edit, FileReport, Finding, Fix, Span } from '../../shared/finding.ts';
import type { EditorSettings } from '../../shared/settings.ts';
import type { Witness } from '../engine/witness.ts';
import type { BlockingRootQuery, BlockingRowsQuery } from './blocking-paths.ts';
import type { CheckInput, FileLook } from './check.ts';
import type { CompilerError } from './compiler-errors.ts';
import type { Dependencies, Known } from './dependencies.ts';
import type { FromElsewhere } from './from-elsewhere.ts';
import type { Places } from './findings.ts';
import type { FixesWanted } from './mending.ts';
import type { WarningQuery } from './warning-fixes.ts';

export interface FileChange {
  readonly file: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** A mistake in an `asynclens.json`. While it stands, the last good configuration stays in force. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}

/** A tsconfig that the compiler could not read in full. Its files are linted as far as it could. */
export interface UnreadTsconfig {
  readonly file: string;
  /** A sentence. */
  readonly reason: string;
}

export interface WorkspaceHost {
  /** True when the work in hand is no longer wanted: it then ends with `Cancelled`. Called often. */
  readonly cancelled: () => boolean;
  readonly log: (line: string) => void;
  /** A compiler process was started (again). `reason` says why the one before it ended. */
  readonly compilerStarted: (pid: number, reason: string | undefined) => void;
  /** A compiler process reads packages from now on; `undefined` when it is gone. */
  readonly packageReader?: (pid: number | undefined) => void;
  /** What counts where no `asynclens.json` says otherwise. */
  readonly settingsFor: (file: string) => EditorSettings;
}

/** Is told of all that the result of a run may depend on, and may know some of that result. */
export interface RunWitness extends Witness {
  /** A file is about to be linted. */
  look(input: CheckInput, places: Places): FileLook;
}

/** What an earlier run learnt of files from elsewhere. */
export interface LearntBefore {
  readonly found: FromElsewhere;
  /** The files in which bodies of functions have changed since. Otherwise no file can tell a difference. */
  readonly edited: ReadonlySet<string>;
}

/** Thrown out of any call when `cancelled` says so. The workspace stays usable. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export type { BlockingRootQuery, BlockingRowsQuery } from './blocking-paths.ts';
export type { CompilerError } from './compiler-errors.ts';
export type { FixesWanted } from './mending.ts';
export type { WarningQuery } from './warning-fixes.ts';
export { CompilerUnavailable } from '../engine/engine.ts';

/** Edits that silence a rule by a comment. */
export interface SilencingEdits {
  /** For one line; `undefined` where no comment can stand above it. */
  readonly line: Edit | undefined;
  readonly file: Edit;
}

/**
 * Files, projects, configuration and one compiler process. Every call blocks until it is done:
 * a caller with an event loop to serve keeps the workspace in a worker thread.
 * Files are absolute paths with forward slashes.
 */
export interface Workspace {
  /** The text of an unsaved buffer; it hides the file on disk, which need not exist. */
  setDocument(file: string, text: string): void;
  closeDocument(file: string): void;
  filesChanged(changes: readonly FileChange[]): void;

  /** All files to lint below these paths (files or folders), by the projects that hold them. */
  filesUnder(paths: readonly string[], project?: string): readonly string[];

  /** Takes files to be linted under these tsconfigs, as an earlier run found; loose files have none. */
  assumeProjects(projects: ReadonlyMap<string, string | undefined>): void;

  /**
   * Lints files, one report each, in an order that suits the compiler. Files that the configuration ignores,
   * or that do not exist, have no report.
   * `fixes: 'all'` costs time: each suggestion is type-checked, and only those that pass are given.
   */
  lint(files: readonly string[], fixes: FixesWanted): Iterable<FileReport>;

  /**
   * What the files in the projects of `files` can know of each other.
   * @param known what is as it was; asked for when all projects are loaded
   */
  dependencies(files: readonly string[], known: () => Known): Dependencies;

  /**
   * What is learnt of each file from others that it does not import. Where that is as `before`, rules are told so, and
   * need not find it out.
   */
  fromElsewhere(files: readonly string[], before?: LearntBefore): FromElsewhere;

  /** The findings that touch a stretch of a file, with all their fixes, each known to type-check. */
  findingsAt(file: string, start: number, end: number): readonly Finding[];

  /** Ways to mend an error of the compiler itself, whoever reported it; each takes it away and adds none. */
  compilerErrorFixes(file: string, error: CompilerError): readonly Fix[];

  /** Ways to mend what a recording warns of in a file; each is known to type-check. */
  warningFixes(file: string, warning: WarningQuery): readonly Fix[];

  /** The first row of a tree of blocking paths. `undefined` where the file is not linted, or has no such function. */
  blockingRoot(file: string, query: BlockingRootQuery): BlockingRow<Span> | undefined;

  /** The rows below another; none where the text is not as it was when that was made. */
  blockingRows(file: string, query: BlockingRowsQuery): readonly BlockingRow<Span>[];

  /** Comments that silence `rule` for the line on which `span` begins, and for the whole of its file. */
  silencingEdits(rule: string, span: Span): SilencingEdits;

  /** Safe fixes of one file, applied until none is left: edits against its current text. */
  fixAll(file: string): readonly Edit[];

  /** Mistakes in the `asynclens.json` files that count for files seen so far. */
  configProblems(): readonly ConfigProblem[];

  /** Those of the projects of files seen so far. */
  unreadTsconfigs(): readonly UnreadTsconfig[];

  dispose(): void;
}

/** What it takes to lint and change nothing. */
export type Linting = Pick<
  Workspace,
  'filesUnder' | 'configProblems' | 'unreadTsconfigs' | 'lint' | 'warningFixes' | 'dispose'
>;
