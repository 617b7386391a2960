/** What a task does, and for how long, as the panel tells it. */

import { TASK_STATES, type TaskState } from '../shared/panel/tasks.ts';
import type { Graph, Ticks } from '../trace/graph.ts';
import { OUTCOMES } from '../trace/graph/tasks.ts';
import { readyAt } from '../trace/states.ts';

const OF_OUTCOME = OUTCOMES.map(outcome => (outcome === 'pending' ? undefined : outcome));

/** @param task its row */
export function stateOf(graph: Graph, task: number): TaskState {
  const { tasks, awaits } = graph.tables;
  const ended = OF_OUTCOME[tasks.outcome[task]!];
  if (ended !== undefined && tasks.endedAt[task] !== Infinity) return ended;
  const last = tasks.lastAwait[task]!;
  if (last === 0 || awaits.until[last] !== Infinity) return 'running';
  return readyAt(graph, last) === Infinity ? 'suspended' : 'ready';
}

export const isAlive = (state: TaskState): boolean => TASK_STATES.indexOf(state) < TASK_STATES.indexOf('fulfilled');

/** When it ended, or the last moment that is known of. */
export const endOf = ({ tables: { tasks }, until }: Graph, task: number): Ticks => Math.min(until, tasks.endedAt[task]!);
