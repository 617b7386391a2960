/** Tasks begin, suspend, go on and end. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import type { Context, Task, Ticks } from '../graph.ts';
import type { Tables } from '../graph/tables.ts';
import { OUTCOMES, PENDING } from '../graph/tasks.ts';

export class TaskStates {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  start(id: number, kind: Task['kind'], site: number, context: Context, at: Ticks): void {
    const { promises, tasks } = this.#tables;
    const promise = promises.row(id);
    promises.context[promise] = context;
    promises.owner[promise] = this.#tables.ownerOf(context);
    promises.task[promise] = tasks.add(id, kind, site, context, at);
  }

  suspend(id: number, site: number, on: number, at: Ticks): void {
    const { awaits, tasks } = this.#tables;
    const task = tasks.find(id);
    if (task !== 0) tasks.lastAwait[task] = awaits.add(task, site, on, at, tasks.lastAwait[task]!);
  }

  /** The task runs: it goes on where it was suspended. Whether it has ever been. */
  resume(id: number, at: Ticks): boolean {
    const { awaits, tasks } = this.#tables;
    const suspension = tasks.lastAwait[tasks.find(id)]!;
    // A recording that begins in the middle may have no clock yet.
    if (awaits.until[suspension] === Infinity) awaits.until[suspension] = Math.max(at, awaits.from[suspension]!);
    return suspension !== 0;
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
    this.setOutcome(id, 'fulfilled');
    tasks.endedAt[task] = at;
    return true;
  }

  /**
   * Events are missing, and behind them these tasks are alive: the others have ended by now.
   * @param at the last moment of which is known what happened
   * @param kindOf what runs at a site
   */
  resync(alive: readonly LiveTask[], at: Ticks, kindOf: (site: number) => Task['kind']): void {
    const { tasks } = this.#tables;
    const living = new Set(alive.map(({ task }) => task));
    for (let row = 1; row < tasks.end; row++) {
      if (tasks.endedAt[row] !== Infinity || living.has(tasks.id[row]!)) continue;
      this.setOutcome(tasks.id[row]!, 'lost');
      this.end(tasks.id[row]!, at);
    }
    for (const live of alive) {
      if (tasks.find(live.task) === 0) this.start(live.task, kindOf(live.site), live.site, live.context, live.startedAt);
      this.#catchUp(live);
    }
  }

  /** The task waits where a checkpoint says. */
  #catchUp({ task, awaitSite, awaited, since }: LiveTask): void {
    const { awaits, tasks } = this.#tables;
    if (awaitSite === 0 || awaits.from[tasks.lastAwait[tasks.find(task)]!] === since) return;
    this.resume(task, since);
    this.suspend(task, awaitSite, awaited, since);
  }
}
