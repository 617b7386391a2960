/** What is drawn over time. Times are milliseconds since the recording began. */

import type { SourcePlace } from './tasks.ts';

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

/**
 * What a span of the timeline shows; `several` when they are too short to be told apart, `unended` for a task that is
 * suspended when a complete recording ends.
 */
export const SPAN_STATES = ['running', 'ready', 'suspended', 'several', 'unended'] as const;
export type SpanState = (typeof SPAN_STATES)[number];

/** Rectangles in columns, so that they travel between threads as they are. Spans that come later lie on top. */
export interface SpanColumns {
  /** Index into the lanes that were asked for. */
  readonly lane: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Index into `SPAN_STATES`. */
  readonly state: Uint8Array;
  /** Number of the task, or of the last of several; on the event loop's lane that of the resource that called back. */
  readonly task: Int32Array;
  /** How many tasks, or states of one task, are joined. */
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

/** A moment at which a recording lacks something. */
export interface Gap {
  /** Index of the thread. */
  readonly thread: number;
  readonly at: number;
  /** What is missing, in words. */
  readonly text: string;
}
