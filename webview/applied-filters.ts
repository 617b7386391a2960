/** Which parts of the filter what is shown goes by, and what is said where it does not go by all. */

import { isOfCode, isWanted, type TaskFilter } from '../shared/panel/tasks.ts';
import type { GraphKind, State, View } from './state.ts';

export interface Applied {
  /** By text, file and function. */
  readonly code: boolean;
  /** By state, duration and time. */
  readonly tasks: boolean;
  /** What of the filter is left out, and by what. Empty where nothing is. */
  readonly exception: string;
}

const ALL: Applied = { code: true, tasks: true, exception: '' };

const OF_VIEW: Readonly<Record<Exclude<View, 'graph'>, Applied>> = {
  table: ALL,
  timeline: ALL,
  warnings: { code: true, tasks: false, exception: 'Findings are not filtered by state, duration or time.' },
};

const OF_GRAPH: Readonly<Record<GraphKind, Applied>> = {
  functions: ALL,
  task: { code: false, tasks: false, exception: 'What is around a task is not filtered.' },
  waiting: { code: false, tasks: false, exception: 'Who waits for what is not filtered.' },
};

/** What the view that is shown goes by. */
export const appliedIn = ({ view, graph }: Pick<State, 'view' | 'graph'>): Applied =>
  view === 'graph' ? OF_GRAPH[graph] : OF_VIEW[view];

/** Whether something is filtered by that is not applied. */
export function isIgnored(filter: TaskFilter, { code, tasks }: Applied): boolean {
  return (!code && !isWanted(undefined, filter)) || (!tasks && !isOfCode(filter));
}
