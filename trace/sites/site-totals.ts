/** A thread summed up by the places in its code, while it runs. */

import type { Graph, Ticks } from '../graph.ts';
import { OUTCOMES } from '../graph/tasks.ts';
import { reasonOf } from '../rejections.ts';
import { Causes, type Cause } from '../waits-on.ts';
import { Edges } from './edges.ts';
import { AwaitTotals, FunctionTotals } from './totals.ts';

export class SiteTotals {
  /** By the index of the function's site. */
  readonly functions = new Map<number, FunctionTotals>();
  /** By the index of the site. */
  readonly awaits = new Map<number, AwaitTotals>();
  /** From the function whose task, or a callback of it, starts a task, or 0 for the program, to the task's function. */
  readonly spawns = new Edges();
  /** From an await to the function whose task it waits for, or which settled what it waits for; with the time. */
  readonly waitsFor = new Edges();
  readonly #graph: Graph;
  readonly #causes: Causes;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#causes = new Causes(graph);
  }

  taskStarted(task: number): void {
    const { tasks } = this.#graph.tables;
    const site = tasks.site[task]!;
    this.#functionAt(site).started++;
    this.spawns.add(tasks.site[this.#graph.tables.ownerOf(tasks.context[task]!)]!, site, 0);
  }

  tasksUnsampled(site: number, tasks: number): void {
    this.#functionAt(site).unsampled += tasks;
  }

  /** @param caller row of the task that called the slice; 0 for none */
  sliceEnded(task: number, duration: Ticks, caller: number): void {
    const { site } = this.#graph.tables.tasks;
    this.#functionAt(site[task]!).running += duration;
    if (caller !== 0) this.#functionAt(site[caller]!).nested += duration;
  }

  taskResumed(suspension: number): void {
    const { awaits, tasks } = this.#graph.tables;
    const [from, ready, until] = [awaits.from[suspension]!, awaits.readyAt[suspension]!, awaits.until[suspension]!];
    const around = this.#functionAt(tasks.site[awaits.task[suspension]!]!);
    around.suspended += ready - from;
    around.ready += until - ready;
    const totals = this.#awaitAt(awaits.site[suspension]!);
    totals.waits.add(until - from);
    totals.ready += until - ready;
    const on = awaits.on[suspension]!;
    if (on !== 0) this.#waited(totals, this.#causes.of(on), until - from);
  }

  taskEnded(task: number): void {
    const { tasks } = this.#graph.tables;
    const totals = this.#functionAt(tasks.site[task]!);
    const outcome = OUTCOMES[tasks.outcome[task]!]!;
    if (outcome !== 'pending') totals[outcome]++;
    if (outcome === 'rejected') totals.reasons.add(reasonOf(this.#graph, tasks.id[task]!));
    totals.durations.add(tasks.endedAt[task]! - tasks.startedAt[task]!);
    if (tasks.returnedAt.get(task) !== Infinity) totals.suspended += tasks.endedAt[task]! - tasks.returnedAt.get(task);
  }

  #waited(totals: AwaitTotals, cause: Cause, duration: Ticks): void {
    for (const it of single(cause)) {
      if (it.kind === 'resource') totals.waitedFor(it.resource, duration);
      if (it.kind !== 'task' && it.kind !== 'settledBy') continue;
      this.waitsFor.add(totals.site, it.task.site, duration);
    }
    if (cause.kind !== 'task' || cause.task.outcome !== 'rejected') return;
    totals.rejected++;
    totals.reasons.add(reasonOf(this.#graph, cause.task.id));
  }

  #functionAt(site: number): FunctionTotals {
    let totals = this.functions.get(site);
    if (totals === undefined) this.functions.set(site, (totals = new FunctionTotals(site)));
    return totals;
  }

  #awaitAt(site: number): AwaitTotals {
    let totals = this.awaits.get(site);
    if (totals === undefined) this.awaits.set(site, (totals = new AwaitTotals(site)));
    return totals;
  }
}

/** A combination as its parts, each once, however combinations share them. */
function single(cause: Cause): Iterable<Cause> {
  if (cause.kind !== 'combined') return [cause];
  const parts = new Set<Cause>([cause]);
  for (const part of parts) if (part.kind === 'combined') for (const inner of part.causes) parts.add(inner);
  return parts;
}
