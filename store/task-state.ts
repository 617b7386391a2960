/** What a task does, and for how long, as the panel tells it. */

import { TASK_STATES, type TaskState } from '../shared/panel/tasks.ts';
import { ranOn } from '../trace/ending.ts';
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

/** Whether a state is that of a task which has not ended. */
export const isAlive = (state: TaskState): boolean => TASK_STATES.indexOf(state) < TASK_STATES.indexOf('fulfilled');

/** Whether what has not ended never did: more is to come while a recording grows, and where the process ran on. */
export const isOver = ({ progress }: Recording, { stream }: Graph): boolean =>
  progress === 'complete' && !ranOn(stream);

/** How long a task took: to its end, or to the last moment that is known of. */
export const lasted = ({ tables: { tasks }, until }: Graph, task: number): Ticks =>
  Math.min(until, tasks.endedAt[task]!) - tasks.startedAt[task]!;

/** When it ended: Infinity for never, the last moment that is known of where it may end still. */
export const endOf = (recording: Recording, graph: Graph, task: number): Ticks =>
  endIn(recording, graph, graph.tables.tasks.endedAt[task]!);

/** The same of anything that has come to its end at `moment`, Infinity where it has not. */
export const endIn = (recording: Recording, graph: Graph, moment: Ticks): Ticks =>
  moment === Infinity && !isOver(recording, graph) ? graph.until : moment;
