/** Which tasks are drawn, on which lanes: all of a thread, or some of them where all would be. */

import { ChainTable } from '../columns/chain-table.ts';
import { doubles, ints } from '../columns/table.ts';
import type { Graph } from '../graph.ts';
import type { Intervals } from './level-of-detail.ts';
import type { Lanes } from './lanes.ts';

/** A lane of a site, counted from 0 on. */
export interface LaneRow {
  readonly site: number;
  readonly lane: number;
}

export interface TasksOnLanes {
  /** Those of one lane are a list. What has not ended goes on for ever: it is never too short to be drawn. */
  readonly intervals: Intervals;
  /** The last row of a lane; 0 for none. */
  lastOn(lane: LaneRow): number;
  /** Row of the task, among all of the thread, that a row stands for. */
  taskOf(row: number): number;
}

/** All tasks of a thread. */
export const allTasks = ({ tables: { tasks } }: Graph, lanes: Lanes): TasksOnLanes => ({
  intervals: {
    table: tasks,
    start: tasks.startedAt,
    endOf: task => tasks.endedAt[task]!,
  },
  lastOn: ({ site, lane }) => lanes.groups.get(site)?.last[lane] ?? 0,
  taskOf: task => task,
});

/** @param chosen rows of tasks, in the order in which these began */
export function someTasks({ tables: { tasks } }: Graph, chosen: Iterable<number>): TasksOnLanes {
  const table = new Chosen();
  const last = new Map<number, number[]>();
  for (const task of chosen) {
    const site = tasks.site[task]!;
    const lane = tasks.lane[task]!;
    let lanes = last.get(site);
    if (lanes === undefined) last.set(site, (lanes = []));
    lanes[lane] = table.add(task, tasks.startedAt[task]!, lanes[lane] ?? 0);
  }
  return {
    intervals: {
      table,
      start: table.startedAt,
      endOf: row => tasks.endedAt[table.task[row]!]!,
    },
    lastOn: ({ site, lane }) => last.get(site)?.[lane] ?? 0,
    taskOf: row => table.task[row]!,
  };
}

class Chosen extends ChainTable {
  /** Its row among all tasks. */
  task = ints();
  startedAt = doubles();

  /** @param last the row before it on its lane; 0 for none */
  add(task: number, startedAt: number, last: number): number {
    const row = this.append();
    this.task[row] = task;
    this.startedAt[row] = startedAt;
    this.chain(row, last);
    return row;
  }
}
