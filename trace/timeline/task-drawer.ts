/** Draws tasks: that they run, and on top of that where they are ready or suspended. */

import type { Graph, Ticks } from '../graph.ts';
import { readyAt } from '../states.ts';
import { draw, type Drawer, type Intervals, type Scale } from './level-of-detail.ts';
import type { SpanList } from './spans.ts';
import type { TasksOnLanes } from './tasks-on-lanes.ts';

export class TaskDrawer implements Drawer {
  readonly #graph: Graph;
  readonly #tasks: TasksOnLanes;
  readonly #awaits: Intervals;
  readonly #spans: SpanList;
  readonly #lane: number;
  readonly #scale: Scale;

  constructor(graph: Graph, tasks: TasksOnLanes, spans: SpanList, lane: number, scale: Scale) {
    this.#graph = graph;
    this.#tasks = tasks;
    this.#awaits = awaitIntervals(graph);
    this.#spans = spans;
    this.#lane = lane;
    this.#scale = scale;
  }

  single(row: number): void {
    const { tasks } = this.#graph.tables;
    const task = this.#tasks.taskOf(row);
    const id = tasks.id[task]!;
    const end = Math.min(tasks.endedAt[task]!, this.#graph.until);
    const returned = tasks.returnedAt.get(task);
    this.#spans.add(this.#lane, tasks.startedAt[task]!, end, 'running', id, 1);
    if (tasks.endedAt[task] === Infinity && returned < Infinity)
      this.#spans.add(this.#lane, returned, end, 'unended', id, 1);
    else if (returned < end) this.#spans.add(this.#lane, returned, end, 'suspended', id, 1);
    draw(this.#awaits, tasks.lastAwait[task]!, this.#scale, {
      single: suspension => this.#suspension(suspension, id),
      several: (_, from, until, count) => this.#spans.add(this.#lane, from, until, 'several', id, count),
      isFull: () => this.#spans.full,
    });
  }

  several(row: number, from: Ticks, until: Ticks, count: number): void {
    const id = this.#graph.tables.tasks.id[this.#tasks.taskOf(row)]!;
    this.#spans.add(this.#lane, from, until, 'several', id, count);
  }

  isFull(): boolean {
    return this.#spans.full;
  }

  #suspension(suspension: number, task: number): void {
    const { tables } = this.#graph;
    const from = tables.awaits.from[suspension]!;
    const end = this.#awaits.endOf(suspension);
    const readiness = readyAt(this.#graph, suspension);
    if (end === Infinity && readiness === Infinity)
      return this.#spans.add(this.#lane, from, this.#graph.until, 'unended', task, 1);
    const until = Math.min(end, this.#graph.until);
    const ready = Math.min(readiness, until);
    if (ready > from) this.#spans.add(this.#lane, from, ready, 'suspended', task, 1);
    if (until > ready) this.#spans.add(this.#lane, ready, until, 'ready', task, 1);
  }
}

/**
 * A task may end before it goes on: what it has returned fails while it awaits something in `finally`. What has not
 * ended is never too short to be drawn.
 */
const awaitIntervals = ({ tables: { awaits, tasks } }: Graph): Intervals => ({
  table: awaits,
  start: awaits.from,
  endOf: suspension => Math.min(awaits.until[suspension]!, tasks.endedAt[awaits.task[suspension]!]!),
});
