/** What is told of a site: all tasks of a function, all suspensions of an await. */

import type { Ticks } from '../graph.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { Distribution } from './distribution.ts';
import { ReasonCounts } from './reason-counts.ts';

const SUMMED = [
  'started',
  'unsampled',
  'fulfilled',
  'rejected',
  'lost',
  'running',
  'nested',
  'ready',
  'suspended',
] as const satisfies readonly (keyof FunctionTotals)[];

/** All tasks of one function. Times count when the slice or the suspension ends. */
export class FunctionTotals {
  /** Index of its site. */
  readonly site: number;
  started = 0;
  /** Tasks that were not recorded: all else speaks of the others. */
  unsampled = 0;
  fulfilled = 0;
  rejected = 0;
  /** They ended while events were missing. */
  lost = 0;
  /** In which they ran, with slices of others that they called. */
  running: Ticks = 0;
  /** The part of `running` in which slices of others ran that they called. */
  nested: Ticks = 0;
  /** In which they could have run. */
  ready: Ticks = 0;
  suspended: Ticks = 0;
  /** From the beginning of a task to its end. */
  readonly durations = new Distribution();
  readonly reasons = new ReasonCounts();

  constructor(site: number) {
    this.site = site;
  }

  /** Adds those of another thread. */
  include(other: FunctionTotals): void {
    for (const name of SUMMED) this[name] += other[name];
    this.durations.include(other.durations);
    this.reasons.include(other.reasons);
  }

  /** In which they ran themselves. */
  get self(): Ticks {
    return this.running - this.nested;
  }

  /** How many have not ended. */
  get alive(): number {
    return this.started - this.fulfilled - this.rejected - this.lost;
  }
}

/** All suspensions at one place that have ended. */
export class AwaitTotals {
  /** Index of its site. */
  readonly site: number;
  /**
   * How often the task that was waited for was rejected. Of promises that belong to no task it is not told how they
   * were settled.
   */
  rejected = 0;
  readonly reasons = new ReasonCounts();
  /** In which tasks could have gone on from here. */
  ready: Ticks = 0;
  /** From the suspension to when the task went on. */
  readonly waits = new Distribution();
  /** How often, and for how long, resources were waited for, by what they are. */
  readonly resources = new Map<ResourceKind, { count: number; total: Ticks }>();

  constructor(site: number) {
    this.site = site;
  }

  waitedFor(resource: ResourceKind, duration: Ticks): void {
    const known = this.resources.get(resource);
    if (known === undefined) this.resources.set(resource, { count: 1, total: duration });
    else {
      known.count++;
      known.total += duration;
    }
  }
}
