/**
 * What the panel asks of the thread that holds a recording. Times are milliseconds since the recording began. What has
 * not ended in a recording that is complete never did: see `FOR_EVER`.
 */

import type { SiteEvidence } from '../evidence.ts';
import type { Severity } from '../finding.ts';
import type { RecordedWarning } from '../recorded-warning.ts';
import type { TracedSite } from './code.ts';
import type { GraphEdge, GraphNode, Neighbourhood } from './graph.ts';
import type { Brief, LoopBlock, Story, WaitBranch } from './story.ts';
import type { FilteredCode, SourcePlace, TaskFilter, TaskRef, TaskState, Window } from './tasks.ts';
import type { ActivityBins, Gap, Lane, LaneGroup, SpanColumns } from './timeline.ts';

export const SITE_ORDERS = ['name', 'count', 'alive', 'rejected', 'total', 'median', 'p95', 'most'] as const;
export type SiteOrder = (typeof SITE_ORDERS)[number];

export interface Sorting<Order extends string> {
  readonly by: Order;
  readonly descending: boolean;
}

/** A recording is `live` while its program runs; then what is left is read; a `complete` one changes no more. */
export type Progress = 'live' | 'reading' | 'complete';

/** What is to be said of the recording as a whole. */
export interface Overview {
  readonly threads: readonly { readonly name: string; readonly tasks: number }[];
  readonly tasks: number;
  readonly duration: number;
  /** When the first task began; before that, the program was loaded. */
  readonly firstTask: number;
  readonly progress: Progress;
  /** The exit code that all its processes had; `undefined` where they differ, or are not known. */
  readonly exitCode: number | undefined;
  /** Which processes came to a bad end, and why; for people. Known of a complete recording. */
  readonly failures: readonly string[];
  /** What is missing, and why; for people. */
  readonly missing: readonly string[];
  /** Where something is missing. */
  readonly gaps: readonly Gap[];
}

export interface CodeFile {
  /** Absolute, with forward slashes. */
  readonly file: string;
  readonly functions: readonly { readonly site: string; readonly name: string; readonly place: SourcePlace }[];
}

/** All tasks of one piece of code. */
export interface SiteRow {
  /** The site's id. */
  readonly site: string;
  readonly name: string;
  readonly place: SourcePlace;
  readonly count: number;
  /** How many are running, ready or suspended. */
  readonly alive: number;
  readonly rejected: number;
  /** Milliseconds: of all tasks together, of the one in the middle, of the slowest of 20, and of the slowest. */
  readonly total: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

export interface TaskRow {
  readonly ref: TaskRef;
  readonly state: TaskState;
  readonly start: number;
  readonly duration: number;
  /** What it waits for, or waited for last; empty when it never did. */
  readonly awaits: string;
  /** Where; `undefined` when it never did. */
  readonly awaitedAt: SourcePlace | undefined;
  /** Since when; of no meaning when it never did. */
  readonly awaitsSince: number;
}

/** What shows a warning. */
export interface WarningEvidence {
  readonly text: string;
  readonly place: SourcePlace | undefined;
  readonly ref: TaskRef | undefined;
  readonly window: Window;
}

/** A mistake, as the worst of the run-time warnings about it tells it. */
export interface WarningRow {
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly count: number;
  readonly place: SourcePlace | undefined;
  /** The functions that it speaks of: where it is, and those of the tasks that show it. */
  readonly code: readonly FilteredCode[];
  readonly evidence: readonly WarningEvidence[];
  /** The others, the worst first. */
  readonly also: readonly Pick<WarningRow, 'name' | 'message' | 'count' | 'evidence'>[];
}

/** Why something took as long as it did. */
export interface CriticalPath {
  /** The task that it leads to. */
  readonly ref: TaskRef;
  readonly duration: number;
  /** The longest first. */
  readonly sentences: readonly string[];
  /** The part of the path, from 0 to 1, that each function has, by its site's id. */
  readonly shares: readonly { readonly site: string; readonly share: number }[];
}

export type Question =
  | { readonly kind: 'overview' }
  | { readonly kind: 'sites'; readonly filter: TaskFilter; readonly sorting: Sorting<SiteOrder> }
  | {
      readonly kind: 'tasks';
      readonly site: string;
      readonly filter: TaskFilter;
      /** How many to leave out, and how many to give at most. */
      readonly skip: number;
      readonly limit: number;
    }
  | { readonly kind: 'files' }
  | { readonly kind: 'brief'; readonly ref: TaskRef }
  | { readonly kind: 'story'; readonly ref: TaskRef }
  | { readonly kind: 'warnings' }
  /** Of functions that have such tasks. */
  | { readonly kind: 'lanes'; readonly filter: TaskFilter }
  /** Of such tasks on some lanes. */
  | {
      readonly kind: 'spans';
      readonly lanes: readonly Lane[];
      readonly filter: TaskFilter;
      readonly window: Window;
      readonly pixels: number;
    }
  | { readonly kind: 'activity'; readonly bins: number }
  | { readonly kind: 'blocks' }
  /** Of functions that have such tasks. */
  | { readonly kind: 'graph'; readonly filter: TaskFilter }
  | { readonly kind: 'neighbourhood'; readonly ref: TaskRef }
  /** What is suspended at the end, or now: a tree from those for whom nobody waits to what they wait for. */
  | { readonly kind: 'waiting' }
  /** To a task; without one, to the task that took longest. */
  | { readonly kind: 'path'; readonly ref: TaskRef | undefined }
  /** Of the code of a file, as far as `text` has it as it ran. `file` is absolute, with forward slashes. */
  | { readonly kind: 'code'; readonly file: string; readonly text: string }
  /** For the findings in the code. */
  | { readonly kind: 'evidence' };

export interface Answers {
  overview: Overview;
  sites: readonly SiteRow[];
  /** `total` tasks in all. */
  tasks: { readonly total: number; readonly rows: readonly TaskRow[] };
  /** Files with functions that ran as tasks, both by name. */
  files: readonly CodeFile[];
  /** `undefined` for a task that the recording does not have, as for the next. */
  brief: Brief | undefined;
  story: Story | undefined;
  warnings: readonly WarningRow[];
  lanes: readonly LaneGroup[];
  spans: SpanColumns;
  activity: ActivityBins;
  blocks: readonly LoopBlock[];
  graph: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };
  /** `undefined` for a task that the recording does not have. */
  neighbourhood: Neighbourhood | undefined;
  waiting: readonly WaitBranch[];
  /** `undefined` while there is no task. */
  path: CriticalPath | undefined;
  code: readonly TracedSite[];
  evidence: { readonly sites: readonly SiteEvidence[]; readonly warnings: readonly RecordedWarning[] };
}

export type Answer<Q extends Question = Question> = Answers[Q['kind']];
