/**
 * What is drawn as a graph: functions, or tasks around one of them. Times are milliseconds since the recording began.
 */

import type { SourcePlace, TaskRef, TaskState, Window } from './tasks.ts';
import type { Lane } from './timeline.ts';

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

/** A task in the neighbourhood of another one, or something else that one waits for. */
export interface Neighbour {
  /** `undefined` for what is no task. */
  readonly task:
    { readonly ref: TaskRef; readonly state: TaskState; readonly window: Window; readonly lane: Lane } | undefined;
  readonly name: string;
  readonly place: SourcePlace | undefined;
}

/** One task starts another one, or waits for it. */
export interface TaskLink {
  readonly kind: GraphEdge['kind'];
  /** Indices of neighbours. */
  readonly from: number;
  readonly to: number;
  /** When it was started, or waited for. */
  readonly window: Window;
  /** Whether it still waits. */
  readonly pending: boolean;
}

/** Who has to do with a task, one step far. */
export interface Neighbourhood {
  /** The task itself is the first. */
  readonly neighbours: readonly Neighbour[];
  readonly links: readonly TaskLink[];
  /** Whether there are more than are told. */
  readonly isCut: boolean;
}
