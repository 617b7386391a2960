/** Tasks begin, suspend, go on and end. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import type { Context, Graph, Task, Ticks } from '../graph.ts';
import type { Tables } from '../graph/tables.ts';
import { readyAt } from '../states.ts';
import { OUTCOMES, PENDING } from '../graph/tasks.ts';
import type { Observer } from './observer.ts';

export class TaskStates {
  readonly #graph: Graph;
  readonly #tables: Tables;
  readonly #observer: Observer;

  constructor(graph: Graph, observer: Observer) {
    this.#graph = graph;
    this.#tables = graph.tables;
    this.#observer = observer;
  }

  start(id: number, kind: Task['kind'], site: number, context: Context, at: Ticks): void {
    const { promises, tasks } = this.#tables;
    const task = tasks.add(id, kind, site, context, at);
    tasks.caller.set(task, tasks.find(context));
    const promise = promises.row(id);
    promises.context[promise] = context;
    promises.owner[promise] = this.#tables.ownerOf(context);
    promises.task[promise] = task;
    this.#observer.taskStarted(task);
  }

  suspend(id: number, site: number, on: number, at: Ticks): void {
    const { awaits, tasks } = this.#tables;
    const task = tasks.find(id);
    if (task === 0) return;
    // It returns only when `finally` has run.
    const returnedAt = tasks.returnedAt.get(task);
    this.#endSlice(task, returnedAt === Infinity ? this.#sliceFrom(task) : returnedAt, at);
    if (returnedAt !== Infinity) tasks.returnedAt.set(task, Infinity);
    tasks.lastAwait[task] = awaits.add(task, site, on, at, tasks.lastAwait[task]!);
  }

  /**
   * The task runs: it goes on where it was suspended. Whether it has ever been.
   * @param caller the context that calls it, for a generator; else 0
   */
  resume(id: number, at: Ticks, caller: Context): boolean {
    const { awaits, tasks } = this.#tables;
    const task = tasks.find(id);
    const suspension = tasks.lastAwait[task]!;
    if (awaits.until[suspension] !== Infinity || suspension === 0) return suspension !== 0;
    // A recording that begins in the middle may have no clock yet.
    const until = Math.max(at, awaits.from[suspension]!);
    const ready = Math.min(readyAt(this.#graph, suspension), until);
    awaits.readyAt[suspension] = ready;
    awaits.until[suspension] = until;
    tasks.waited[task]! += until - ready;
    tasks.caller.set(task, tasks.find(caller));
    this.#observer.taskResumed(suspension);
    return true;
  }

  /** The task returns a promise, and does nothing more but follow that. The first time counts, until it goes on. */
  returnPromise(id: number, at: Ticks): void {
    const { tasks } = this.#tables;
    const task = tasks.find(id);
    if (task === 0 || tasks.returnedAt.get(task) !== Infinity) return;
    this.#endSlice(task, this.#sliceFrom(task), at);
    tasks.returnedAt.set(task, at);
  }

  /** The first outcome counts. */
  setOutcome(id: number, outcome: Task['outcome']): void {
    const { tasks } = this.#tables;
    const task = tasks.find(id);
    if (task !== 0 && tasks.outcome[task] === PENDING) tasks.outcome[task] = OUTCOMES.indexOf(outcome);
  }

  /** Whether there is such a task. */
  end(id: number, at: Ticks): boolean {
    const { tasks } = this.#tables;
    const task = tasks.find(id);
    if (task === 0) return false;
    if (tasks.endedAt[task] !== Infinity) return true;
    this.#endSlice(task, this.#sliceFrom(task), at);
    this.setOutcome(id, 'fulfilled');
    tasks.endedAt[task] = at;
    this.#observer.taskEnded(task);
    return true;
  }

  /**
   * Events are missing, and behind them these tasks are alive: the others have ended by now.
   * @param at the last moment of which is known what happened
   */
  resync(alive: readonly LiveTask[], at: Ticks): void {
    const { promises, tasks } = this.#tables;
    const living = new Set(alive.map(({ task }) => task));
    for (let row = 1; row < tasks.end; row++) {
      if (tasks.endedAt[row] !== Infinity || living.has(tasks.id[row]!)) continue;
      this.setOutcome(tasks.id[row]!, 'lost');
      this.end(tasks.id[row]!, at);
    }
    for (const live of alive) {
      const { task, site, context, startedAt } = live;
      if (tasks.find(task) === 0) this.start(task, this.kindAt(site), site, context, startedAt);
      // Somebody may have begun to wait for it while nobody looked.
      promises.consumers[promises.find(task)]!++;
      this.#catchUp(live);
    }
  }

  /** What runs at a site. */
  kindAt(site: number): Task['kind'] {
    const kind = this.#graph.sites.get(site)?.kind;
    return kind === 'module' || kind === 'generator' ? kind : 'function';
  }

  /** The task waits where a checkpoint says. */
  #catchUp({ task, awaitSite, awaited, since }: LiveTask): void {
    const { awaits, tasks } = this.#tables;
    if (awaitSite === 0 || awaits.from[tasks.lastAwait[tasks.find(task)]!] === since) return;
    this.resume(task, since, 0);
    this.suspend(task, awaitSite, awaited, since);
  }

  #endSlice(task: number, from: Ticks, at: Ticks): void {
    if (at <= from) return;
    const { tasks } = this.#tables;
    tasks.ran[task]! += at - from;
    const caller = tasks.caller.get(task);
    if (caller !== 0) tasks.nested[caller]! += at - from;
    this.#observer.sliceEnded(task, at - from, caller);
  }

  /** When the slice began that runs; Infinity where none does. */
  #sliceFrom(task: number): Ticks {
    const { awaits, tasks } = this.#tables;
    if (tasks.returnedAt.get(task) !== Infinity) return Infinity;
    const suspension = tasks.lastAwait[task]!;
    return suspension === 0 ? tasks.startedAt[task]! : awaits.until[suspension]!;
  }
}
