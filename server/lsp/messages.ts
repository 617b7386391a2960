/** All that the main thread (which speaks LSP) and the worker thread (which analyses) say to each other. */

import type { BlockingRow } from '../../shared/blocking-paths.ts';
import type { Edit, FileReport, Finding, Fix, Span } from '../../shared/finding.ts';
import type {
  BlockingRootQuery,
  BlockingRowsQuery,
  CompilerError,
  ConfigProblem,
  FileChange,
  SilencingEdits,
  WarningQuery,
} from '../lint/api.ts';
import type { SettingsByFolder } from './settings-by-folder.ts';

/** What a job asks of the workspace; each kind is the workspace's function of that name. */
export type Question =
  | { readonly kind: 'lint'; readonly files: readonly string[] }
  | { readonly kind: 'filesUnder'; readonly paths: readonly string[] }
  | { readonly kind: 'findingsAt'; readonly file: string; readonly start: number; readonly end: number }
  | { readonly kind: 'compilerErrorFixes'; readonly file: string; readonly error: CompilerError }
  | { readonly kind: 'warningFixes'; readonly file: string; readonly warning: WarningQuery }
  | { readonly kind: 'blockingRoot'; readonly file: string; readonly query: BlockingRootQuery }
  | { readonly kind: 'blockingRows'; readonly file: string; readonly query: BlockingRowsQuery }
  | { readonly kind: 'silencingEdits'; readonly rule: string; readonly span: Span }
  | { readonly kind: 'fixAll'; readonly file: string }
  | { readonly kind: 'configProblems' };

interface Answers {
  lint: readonly FileReport[];
  filesUnder: readonly string[];
  findingsAt: readonly Finding[];
  compilerErrorFixes: readonly Fix[];
  warningFixes: readonly Fix[];
  blockingRoot: BlockingRow<Span> | undefined;
  blockingRows: readonly BlockingRow<Span>[];
  silencingEdits: SilencingEdits;
  fixAll: readonly Edit[];
  configProblems: readonly ConfigProblem[];
}
export type Answer<Q extends Question = Question> = Answers[Q['kind']];

/** Why a job has no answer. */
export type Failure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'compilerUnavailable'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string };

/** main → worker: what the workspace must know. Not answered; takes effect before any later job. */
export type Notice =
  | { readonly kind: 'setDocument'; readonly file: string; readonly text: string }
  | { readonly kind: 'closeDocument'; readonly file: string }
  | { readonly kind: 'filesChanged'; readonly changes: readonly FileChange[] }
  | { readonly kind: 'settings'; readonly settings: SettingsByFolder };

/** main → worker: a question, answered by `answer` or `failure` with the same id. */
export interface JobMessage {
  readonly kind: 'job';
  readonly id: number;
  readonly question: Question;
  /** One 32-bit cell; main sets it to 1 when the answer is no longer wanted. */
  readonly cancel: SharedArrayBuffer;
}

export type ToWorker = Notice | JobMessage;

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly value: Answer }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  /** The job in hand has come a step further: it is not stuck. */
  | { readonly kind: 'progress' }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'compilerStarted'; readonly pid: number; readonly reason: string | undefined }
  /** The process that reads packages, and `undefined` when there is none any more. */
  | { readonly kind: 'packageReader'; readonly pid: number | undefined }
  /** Sent when the mistakes in `asynclens.json` files are no longer the ones sent last. */
  | { readonly kind: 'configProblems'; readonly problems: readonly ConfigProblem[] };
