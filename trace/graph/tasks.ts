/** All tasks, in the order in which they began; those on one lane of the timeline are a list. */

import { ChainTable } from '../columns/chain-table.ts';
import { SparseInts } from '../columns/sparse-ints.ts';
import { SparseMoments } from '../columns/sparse-moments.ts';
import { bytes, doubles, ints } from '../columns/table.ts';
import type { Rows } from '../columns/row-map.ts';
import type { Await, Context, Task, Ticks } from '../graph.ts';
import { known, type AwaitTable } from './awaits.ts';
import type { PromiseTable } from './promises.ts';

export const TASK_KINDS = ['function', 'generator', 'module'] as const;
export const OUTCOMES = ['pending', 'fulfilled', 'rejected', 'lost'] as const;
export const PENDING = 0;

export class TaskTable extends ChainTable implements Rows<Task> {
  /** That of its promise, where it has one. */
  id = ints();
  /** Index of the function's site. */
  site = ints();
  /** Index into `TASK_KINDS`. */
  kind = bytes();
  /** What called it. */
  context = ints();
  startedAt = doubles();
  /** Infinity until then. */
  endedAt = doubles();
  /** By row: when it returned a promise that its own follows since; Infinity where it did not. */
  readonly returnedAt = new SparseMoments();
  /** Index into `OUTCOMES`. */
  outcome = bytes();
  /** Row of its last suspension; 0 for none. */
  lastAwait = ints();
  /** By row: that of the task whose code has called the slice that runs; 0 for none. */
  readonly caller = new SparseInts();
  /** How long its slices took that have ended, with those of others that they called. */
  ran = doubles();
  /** The part of `ran` in which slices of others ran that they called. */
  nested = doubles();
  /** How long it was ready, but did not run. */
  waited = doubles();
  /** Among the lanes of its site, from 0 on. */
  lane = ints();

  readonly #promises: PromiseTable;
  readonly #awaits: AwaitTable;

  constructor(promises: PromiseTable, awaits: AwaitTable) {
    super();
    this.#promises = promises;
    this.#awaits = awaits;
  }

  add(id: number, kind: Task['kind'], site: number, context: Context, startedAt: Ticks): number {
    const row = this.append();
    this.id[row] = id;
    this.site[row] = site;
    this.kind[row] = TASK_KINDS.indexOf(kind);
    this.context[row] = context;
    this.startedAt[row] = startedAt;
    this.endedAt[row] = Infinity;
    return row;
  }

  /** `last` is the row of the task before it on the lane; 0 for none. */
  putOnLane(row: number, lane: number, last: number): void {
    this.lane[row] = lane;
    this.chain(row, last);
  }

  find(id: number): number {
    return this.#promises.task[this.#promises.find(id)]!;
  }

  view(row: number): Task {
    return new TaskView(this, this.#awaits, row);
  }
}

class TaskView implements Task {
  readonly #tasks: TaskTable;
  readonly #awaits: AwaitTable;
  readonly #row: number;

  constructor(tasks: TaskTable, awaits: AwaitTable, row: number) {
    this.#tasks = tasks;
    this.#awaits = awaits;
    this.#row = row;
  }

  get id(): number {
    return this.#tasks.id[this.#row]!;
  }

  get site(): number {
    return this.#tasks.site[this.#row]!;
  }

  get kind(): Task['kind'] {
    return TASK_KINDS[this.#tasks.kind[this.#row]!]!;
  }

  get context(): Context {
    return this.#tasks.context[this.#row]!;
  }

  get startedAt(): Ticks {
    return this.#tasks.startedAt[this.#row]!;
  }

  get endedAt(): Ticks | undefined {
    return known(this.#tasks.endedAt[this.#row]!);
  }

  get outcome(): Task['outcome'] {
    return OUTCOMES[this.#tasks.outcome[this.#row]!]!;
  }

  get awaits(): readonly Await[] {
    return this.#awaits.listUpTo(this.#tasks.lastAwait[this.#row]!).map(row => this.#awaits.view(row));
  }
}
