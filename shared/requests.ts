/** Messages between the editor's client and the language server that LSP itself does not have. */

import type { SiteEvidence } from './evidence.ts';
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
}
export const EVIDENCE_NOTIFICATION = 'asynclens/evidence';

/** A command that the client implements: opens the page of the rule named by its only argument. */
export const OPEN_RULE_COMMAND = 'asynclens.openRule';
