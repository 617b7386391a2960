/** What a task does, and for how long, as the panel tells it. */

import type { Progress } from '../shared/panel/questions.ts';
import { TASK_STATES, type TaskState } from '../shared/panel/tasks.ts';
import type { Graph, Ticks } from '../trace/graph.ts';
import { OUTCOMES } from '../trace/graph/tasks.ts';
import { readyAt } from '../trace/states.ts';
import type { Recording } from './recording.ts';

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

/** When it ended. While a recording grows, the last moment that is known of; in a complete one, Infinity for never. */
export const endOf = ({ progress }: Recording, graph: Graph, task: number): Ticks =>
  endIn(progress, graph, graph.tables.tasks.endedAt[task]!);

/** The same of anything that has come to its end at `moment`, Infinity where it has not. */
export const endIn = (progress: Progress, { until }: Graph, moment: Ticks): Ticks =>
  moment === Infinity && progress !== 'complete' ? until : moment;
