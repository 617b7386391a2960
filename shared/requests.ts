/** Messages between the editor's client and the language server that LSP itself does not have. */

import type { BlockingDirection, BlockingRow, Point, Stretch } from './blocking-paths.ts';
import type { SiteEvidence } from './evidence.ts';
import type { RecordedWarning } from './recorded-warning.ts';
import type { EditorSettings } from './settings.ts';

/** client → server, `initializationOptions` of `initialize`. All of it may be left out. */
export interface InitializationOptions {
  /** Settings of clients that do not answer `workspace/configuration`. */
  readonly settings?: Partial<EditorSettings>;
  /** Milliseconds without a sign of life after which an analysis counts as stuck. Default 60,000. */
  readonly silenceLimit?: number;
}

/** What the language server is doing, for the status item. A union, so that no two can hold at once. */
export type ServerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'analysing'; readonly what: string }
  | { readonly kind: 'recovering'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** server → client, notification: sent whenever something in it changed. */
export interface StatusParams {
  readonly state: ServerState;
  /** The tsconfig of the file linted last; `undefined` for a loose file or before the first. */
  readonly project: string | undefined;
  /** Findings in all files known at present. */
  readonly findings: number;
  /** Resident memory in bytes of the server process and of the compiler process. */
  readonly memory: { readonly server: number; readonly compiler: number };
}
export const STATUS_NOTIFICATION = 'asynclens/status';

/** client → server, request: safe fixes of one document, as LSP text edits against its current text. */
export interface FixAllParams {
  readonly uri: string;
}
export const FIX_ALL_REQUEST = 'asynclens/fixAll';

/** client → server, notification: what the last run of a program tells. It takes the place of what was sent before. */
export interface EvidenceParams {
  readonly sites: readonly SiteEvidence[];
  readonly warnings: readonly RecordedWarning[];
}
export const EVIDENCE_NOTIFICATION = 'asynclens/evidence';

/** A command that the client implements: opens the page of the rule or warning named by its only argument. */
export const OPEN_RULE_COMMAND = 'asynclens.openRule';

/** A command that the client implements: selects in the panel the function that the cursor is in. */
export const SHOW_IN_TRACE_COMMAND = 'asynclens.showInTrace';

/** A stretch of a document, as LSP has it. */
export interface WireLocation {
  readonly uri: string;
  readonly range: Stretch;
}
export type WireBlockingRow = BlockingRow<WireLocation>;

/**
 * client → server, request: the first row of a tree of blocking paths, for a place in a document. `null` where nothing
 * is known of it. With the `name` of an earlier row: for the function of that name nearest to the place.
 */
export interface BlockingRootParams {
  readonly direction: BlockingDirection;
  readonly uri: string;
  readonly position: Point;
  readonly name?: string;
}
export const BLOCKING_ROOT_REQUEST = 'asynclens/blockingRoot';

/** client → server, request: the rows below one of which `opens` is given. */
export interface BlockingRowsParams {
  readonly direction: BlockingDirection;
  readonly opens: WireLocation;
}
export const BLOCKING_ROWS_REQUEST = 'asynclens/blockingRows';

/** server → client, notification without parameters: trees of blocking paths may be others now. Ask for them anew. */
export const BLOCKING_PATHS_CHANGED = 'asynclens/blockingPathsChanged';

/**
 * A command that the client implements: shows what blocks the function at a place. Its argument is of the type
 * `WireLocation`; without one it is about the function at the cursor.
 */
export const SHOW_WHAT_BLOCKS_COMMAND = 'asynclens.showWhatBlocks';
