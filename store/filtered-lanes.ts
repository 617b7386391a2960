/** The tasks on the lanes of the timeline, as far as a filter lets them through. */

import { isOfCode, type TaskFilter } from '../shared/panel/tasks.ts';
import type { Thread } from '../trace/thread.ts';
import { allTasks, someTasks, type TasksOnLanes } from '../trace/timeline/tasks-on-lanes.ts';
import { matching } from './matching.ts';
import type { Recording } from './recording.ts';

interface Filtered {
  readonly filter: string;
  readonly threads: Map<Thread, TasksOnLanes>;
}

/** By the last filter: while somebody pans, each picture asks for the same tasks. */
const filtered = new WeakMap<Recording, Filtered>();

export function tasksOnLanes(recording: Recording, thread: Thread, filter: TaskFilter): TasksOnLanes {
  // The lanes of other code are not asked for.
  if (isOfCode(filter)) return allTasks(thread.graph, thread.lanes);
  const { threads } = filteredBy(recording, filter);
  const known = threads.get(thread);
  if (known !== undefined) return known;
  const made = someTasks(thread.graph, matching(recording, thread, filter));
  threads.set(thread, made);
  return made;
}

function filteredBy(recording: Recording, filter: TaskFilter): Filtered {
  const key = JSON.stringify(filter);
  const last = filtered.get(recording);
  if (last?.filter === key) return last;
  const begun: Filtered = { filter: key, threads: new Map() };
  filtered.set(recording, begun);
  return begun;
}
