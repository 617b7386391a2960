/** What is told of one task. Times are milliseconds since the recording began; see `questions.ts`. */

import type { SourcePlace, TaskRef, TaskState, Window } from './tasks.ts';

/** In short. */
export interface Brief {
  readonly ref: TaskRef;
  /** The id of its site. */
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
  readonly startedBy: Doer;
  /** Who called it off; `undefined` where nobody did, or that is not told. */
  readonly abortedBy: Doer | undefined;
  /** What it waits for, or waited for last; `undefined` when it never did. */
  readonly lastWait: StoryAwait | undefined;
}

/** Who did something, in words, and the task where it is one. */
export interface Doer {
  readonly text: string;
  readonly ref: TaskRef | undefined;
}

/** All that is known of it. */
export interface Story extends Brief {
  readonly awaits: readonly StoryAwait[];
  /** How many awaits there are besides those listed. */
  readonly moreAwaits: number;
  /** Who waits for it, or waited for it, and who for them. */
  readonly awaitedBy: readonly WaitBranch[];
  /** When it kept the event loop from everything else. */
  readonly blocks: readonly LoopBlock[];
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

/** Tasks that wait at one place in the code, or have waited there. */
export interface WaitBranch {
  /** What they are called. */
  readonly name: string;
  /** What is awaited there, in words. */
  readonly awaits: string;
  readonly place: SourcePlace | undefined;
  readonly count: number;
  /** The first of them. */
  readonly ref: TaskRef;
  /** Milliseconds that the longest of them waited, so far. */
  readonly longest: number;
  /** When the first of them began to wait. */
  readonly since: number;
  readonly branches: readonly WaitBranch[];
}

/** A time in which the event loop stood still. */
export interface LoopBlock {
  /** Index of the thread. */
  readonly thread: number;
  readonly window: Window;
  /** What was in its way, as a sentence. */
  readonly text: string;
  /** The task that ran; `undefined` for code that belongs to none. */
  readonly ref: TaskRef | undefined;
  /** What ran, the innermost call first; without what lies inside of Node. */
  readonly stack: readonly { readonly name: string; readonly place: SourcePlace }[];
}
