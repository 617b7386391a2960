/** Answers what a picture of a thread over time shows, at the level of detail that its width allows. */

import type { Graph, Ticks } from '../graph.ts';
import { draw, type Intervals, type Scale } from './level-of-detail.ts';
import { SpanList, type Spans } from './spans.ts';
import { TaskDrawer } from './task-drawer.ts';
import type { LaneRow, TasksOnLanes } from './tasks-on-lanes.ts';

/** A part of the picture. */
export interface View {
  readonly from: Ticks;
  readonly until: Ticks;
  /** How many pixels lie between them. */
  readonly pixels: number;
  /** The most spans that are wanted. */
  readonly limit: number;
}

/** Spans that are narrower are joined. */
const NARROWEST_PIXELS = 2;

/**
 * The spans of tasks on some lanes. A task's span says that it runs; where it is ready or suspended, spans that come
 * later in the list lie on top of it.
 */
export function taskSpans(graph: Graph, tasks: TasksOnLanes, rows: readonly LaneRow[], view: View): Spans {
  return withFewEnough(view, (scale, spans) => {
    rows.forEach((row, at) => {
      draw(tasks.intervals, tasks.lastOn(row), scale, new TaskDrawer(graph, tasks, spans, at, scale));
    });
  });
}

/** The turns of the event loop, on lane 0. Instead of a task, spans name the resource that called back. */
export function turnSpans(graph: Graph, view: View): Spans {
  const { turns } = graph.tables;
  const intervals = turnIntervals(graph);
  return withFewEnough(view, (scale, spans) => {
    draw(intervals, turns.size, scale, {
      single: turn => spans.add(0, turns.from[turn]!, intervals.endOf(turn), 'running', turns.resource[turn]!, 1),
      several: (turn, from, until, count) => spans.add(0, from, until, 'several', turns.resource[turn]!, count),
      isFull: () => spans.full,
    });
  });
}

/** When there are too many spans, more are joined. */
function withFewEnough({ from, until, pixels, limit }: View, drawAt: (scale: Scale, spans: SpanList) => void): Spans {
  const spans = new SpanList(limit);
  for (let cell = ((until - from) / pixels) * NARROWEST_PIXELS; ; cell *= 2) {
    drawAt({ from, until, cell }, spans);
    if (!spans.full || cell > until - from) return spans;
    spans.clear();
  }
}

const turnIntervals = ({ tables: { turns }, until }: Graph): Intervals => ({
  table: turns,
  start: turns.from,
  endOf: turn => Math.min(until, turns.until[turn]!),
});
