/** What the panel asks of the thread that holds a recording. Times are milliseconds since the recording began. */

import type { SiteEvidence } from '../evidence.ts';
import type { RecordedWarning } from '../recorded-warning.ts';
import type { Place, Severity } from '../finding.ts';

/** A place in the original source. */
export interface SourcePlace extends Pick<Place, 'line' | 'character'> {
  /** Absolute, with forward slashes. */
  readonly file: string;
}

/** One task: threads are counted from 0 on, tasks numbered within them. */
export interface TaskRef {
  readonly thread: number;
  readonly task: number;
}

/** What a task is doing, or how it ended; `lost` when nobody knows. */
export const TASK_STATES = ['running', 'ready', 'suspended', 'fulfilled', 'rejected', 'lost'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Which tasks are spoken of: those for which all of this holds. */
export interface TaskFilter {
  /** In the name or path of their site, whatever the case. Empty for all. */
  readonly text: string;
  /** Empty for all. */
  readonly states: readonly TaskState[];
  /** Milliseconds that they took, or take so far, at least. */
  readonly atLeast: number;
  /** They were alive at some moment in it. */
  readonly window: Window | undefined;
}

export const ALL_TASKS: TaskFilter = { text: '', states: [], atLeast: 0, window: undefined };

export interface Window {
  readonly from: number;
  readonly until: number;
}

export const SITE_ORDERS = ['name', 'count', 'alive', 'rejected', 'total', 'median', 'p95', 'most'] as const;
export type SiteOrder = (typeof SITE_ORDERS)[number];

export interface Sorting<Order extends string> {
  readonly by: Order;
  readonly descending: boolean;
}

/** What is to be said of the recording as a whole. */
export interface Overview {
  readonly threads: readonly { readonly name: string; readonly tasks: number }[];
  readonly tasks: number;
  readonly duration: number;
  /** When the first task began; before that, the program was loaded. */
  readonly firstTask: number;
  /** Whether it still grows. */
  readonly live: boolean;
  /** What is missing, and why; for people. */
  readonly gaps: readonly string[];
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
}

/** All that is known of one task. */
export interface Story {
  readonly ref: TaskRef;
  readonly site: string;
  readonly name: string;
  readonly place: SourcePlace | undefined;
  readonly state: TaskState;
  /** Why it was rejected; empty where it was not, or that is not told. */
  readonly reason: string;
  readonly start: number;
  readonly duration: number;
  /** Milliseconds in each of the three states. */
  readonly running: number;
  readonly ready: number;
  readonly suspended: number;
  readonly startedBy: { readonly text: string; readonly ref: TaskRef | undefined };
  readonly awaits: readonly StoryAwait[];
  /** How many awaits there are besides those listed. */
  readonly moreAwaits: number;
  /** Tasks that wait for it now, or waited for it last. */
  readonly awaitedBy: readonly { readonly text: string; readonly ref: TaskRef }[];
}

export interface StoryAwait {
  readonly place: SourcePlace | undefined;
  /** What was awaited, in words. */
  readonly text: string;
  /** The task that was awaited. */
  readonly ref: TaskRef | undefined;
  readonly from: number;
  readonly duration: number;
  /** Whether it still waits. */
  readonly pending: boolean;
}

/** A run-time warning. */
export interface WarningRow {
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
  readonly count: number;
  readonly place: SourcePlace | undefined;
  readonly evidence: readonly {
    readonly text: string;
    readonly place: SourcePlace | undefined;
    readonly ref: TaskRef | undefined;
    readonly window: Window;
  }[];
}

/** Lanes of the timeline: those of one function, or the event loop of a thread. */
export interface LaneGroup {
  readonly thread: number;
  /** Index of the function's site in its thread; 0 for the event loop. */
  readonly site: number;
  readonly name: string;
  readonly place: SourcePlace | undefined;
  /** How many lanes there are. */
  readonly lanes: number;
}

export interface Lane extends Pick<LaneGroup, 'thread' | 'site'> {
  /** Among those of its group, from 0 on. */
  readonly lane: number;
}

/** What a span of the timeline shows; `several` when they are too short to be told apart. */
export const SPAN_STATES = ['running', 'ready', 'suspended', 'several'] as const;
export type SpanState = (typeof SPAN_STATES)[number];

/** Rectangles in columns. Spans that come later lie on top. */
export interface SpanColumns {
  /** Index into the lanes that were asked for. */
  readonly lane: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Index into `SPAN_STATES`. */
  readonly state: Uint8Array;
  /** Number of the task, or of the last of several; on the event loop's lane that of the resource that called back. */
  readonly task: Int32Array;
  /** How many are joined. */
  readonly count: Int32Array;
}

/** How much happened when, in bins of equal width over the whole recording. */
export interface ActivityBins {
  /** Milliseconds of a bin. */
  readonly width: number;
  /** The part of each bin, from 0 to 1, in which the busiest thread was busy. */
  readonly busy: readonly number[];
  /** The longest time, in milliseconds, that a task of each bin was ready before it went on. */
  readonly lag: readonly number[];
}

/** A function in the graph. Times are milliseconds of all its tasks together. */
export interface GraphNode {
  /** The site's id; empty for the program itself. */
  readonly site: string;
  readonly name: string;
  readonly place: SourcePlace | undefined;
  readonly count: number;
  readonly alive: number;
  readonly rejected: number;
  readonly running: number;
  readonly ready: number;
  readonly suspended: number;
}

/** `spawn`: tasks of one start tasks of the other. `await`: they wait for them, for so many milliseconds together. */
export interface GraphEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'spawn' | 'await';
  readonly count: number;
  readonly total: number;
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
  | { readonly kind: 'story'; readonly ref: TaskRef }
  | { readonly kind: 'warnings' }
  | { readonly kind: 'lanes'; readonly text: string }
  | { readonly kind: 'spans'; readonly lanes: readonly Lane[]; readonly window: Window; readonly pixels: number }
  | { readonly kind: 'activity'; readonly bins: number }
  | { readonly kind: 'graph'; readonly text: string }
  /** To a task; without one, to the task that took longest. */
  | { readonly kind: 'path'; readonly ref: TaskRef | undefined }
  /** For the findings in the code. */
  | { readonly kind: 'evidence' };

export interface Answers {
  overview: Overview;
  sites: readonly SiteRow[];
  /** `total` tasks in all. */
  tasks: { readonly total: number; readonly rows: readonly TaskRow[] };
  /** `undefined` for a task that the recording does not have. */
  story: Story | undefined;
  warnings: readonly WarningRow[];
  lanes: readonly LaneGroup[];
  spans: SpanColumns;
  activity: ActivityBins;
  graph: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] };
  /** `undefined` while there is no task. */
  path: CriticalPath | undefined;
  evidence: { readonly sites: readonly SiteEvidence[]; readonly warnings: readonly RecordedWarning[] };
}

export type Answer<Q extends Question = Question> = Answers[Q['kind']];
