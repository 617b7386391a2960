/** What one thread did: its tasks, and the promises, reactions and resources that connect them. */

import type { Reason } from '../shared/trace/reason.ts';
import type { Stream } from '../shared/trace/recording.ts';
import type { Site } from '../shared/trace/site.ts';
import type { Block } from './blocks.ts';
import type { Tables } from './graph/tables.ts';

/**
 * What was running: the number of a promise, for a task or for the reaction that settles the promise;
 * minus the number of a resource, for its callback; 0 for the program's first turn; `UNSAMPLED` for a task that is not
 * recorded.
 */
export type Context = number;

/** Moments and durations are in ticks of 100 ns since the stream began. */
export type Ticks = number;

/** One suspension. */
export interface Await {
  /** Index of the site. */
  readonly site: number;
  /** The promise that the task waits for; a wrapper where it awaits something else. 0 when it is not known. */
  readonly on: number;
  readonly from: Ticks;
  /** When the task went on; `undefined` while it is suspended. */
  readonly until: Ticks | undefined;
}

/** One run of an async function, an async generator or a module. */
export interface Task {
  /** Also that of its promise, where it has one. */
  readonly id: number;
  /** Index of the function's site. */
  readonly site: number;
  /** Generators and modules have no promise of their own. */
  readonly kind: 'function' | 'generator' | 'module';
  /** What called it. */
  readonly context: Context;
  readonly startedAt: Ticks;
  readonly endedAt: Ticks | undefined;
  /** `lost` when it ended while events were missing: nobody knows how, or when exactly. */
  readonly outcome: 'pending' | 'fulfilled' | 'rejected' | 'lost';
  /** In the order in which it suspended. */
  readonly awaits: readonly Await[];
}

export interface PromiseNode {
  readonly id: number;
  /** What was running when it was made. */
  readonly context: Context;
  /** `then` was called on this one to make it; 0 for none. */
  readonly parent: number;
  /** It takes over the outcome of this one; 0 for none. */
  readonly follows: number;
  /** Promises given to a combinator that made this one, such as `Promise.all`. */
  readonly inputs: readonly number[];
  /** How often something was derived from it, awaited it or followed it. */
  readonly consumers: number;
  readonly settled: boolean;
  /** When a callback or slice began in which it was settled, or exactly when, for the promise of a task. */
  readonly settledAt: Ticks | undefined;
  /** What was running then; of no meaning before. */
  readonly settledBy: Context;
  /** Whether it was settled in the same breath as it was made, as by `Promise.resolve`. */
  readonly settledAtOnce: boolean;
  /** Whether V8 made it around an awaited value. */
  readonly wraps: boolean;
  /** How many reactions have run to settle it; 255 for more. */
  readonly reactions: number;
  readonly unhandled: boolean;
  /** Index of the site of the statement that had it from a call and did not keep it; 0 for none. */
  readonly discardedAt: number;
  /** Index of the reason for which it was rejected, as far as that is known; else 0. */
  readonly reason: number;
  /** Whether it was collected while it was pending. */
  readonly collected: boolean;
}

export interface Resource {
  readonly id: number;
  /** As async_hooks names it. */
  readonly type: string;
  /** What was running when it was made. */
  readonly context: Context;
  /** The callback within which its own callback runs; 0 for none. */
  readonly within: number;
}

/** A moment at which something is missing. */
export interface Gap {
  readonly at: Ticks;
  /** How many events; `undefined` where nobody counted them. */
  readonly events: number | undefined;
}

/** Tasks of a function that were counted, and not recorded. */
export interface Unsampled {
  /** They began between this and what was said of the function before. */
  readonly at: Ticks;
  /** Index of the function's site. */
  readonly site: number;
  readonly tasks: number;
}

/** Tasks, promises and resources by number. Each look makes an object: compare their numbers, not the objects. */
export interface Graph {
  /** Who did it, and how that ended. */
  readonly stream: Pick<Stream, 'info' | 'end'>;
  readonly sites: ReadonlyMap<number, Site>;
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly tasks: ReadonlyMap<number, Task>;
  readonly promises: ReadonlyMap<number, PromiseNode>;
  readonly resources: ReadonlyMap<number, Resource>;
  /** The same as numbers in columns. */
  readonly tables: Tables;
  /** Events that were lost. */
  readonly dropped: number;
  /** Where something is missing. */
  readonly gaps: readonly Gap[];
  /** What is missing on purpose. */
  readonly unsampled: readonly Unsampled[];
  /** The last moment that is known of. */
  readonly until: Ticks;
  /** When the event loop had nothing left to do; `undefined` where the program was ended before that. */
  readonly idleAt: Ticks | undefined;
  /** When the event loop stood still. */
  readonly blocks: readonly Block[];
}
