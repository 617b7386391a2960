/** The tasks that a filter lets through. */

import { isOfCode, isWanted, type SiteFilter, type TaskFilter } from '../shared/panel/tasks.ts';
import { TICKS_PER_MS } from '../shared/trace/events.ts';
import type { Site } from '../shared/trace/site.ts';
import type { Thread } from '../trace/thread.ts';
import type { Recording } from './recording.ts';
import { endOf, stateOf } from './task-state.ts';

/** Rows of a thread's tasks, in the order in which they began; `only` leaves out the tasks of other sites. */
export function* matching(
  recording: Recording,
  thread: Thread,
  filter: TaskFilter,
  only?: (site: Site) => boolean,
): Generator<number> {
  const { graph } = thread;
  const { tasks } = graph.tables;
  const wanted = wantedSites(thread, filter, only);
  const states = new Set(filter.states);
  const atLeast = filter.atLeast * TICKS_PER_MS;
  const from = filter.window === undefined ? -Infinity : recording.momentIn(thread, filter.window.from);
  const until = filter.window === undefined ? Infinity : recording.momentIn(thread, filter.window.until);
  for (let task = 1; task < tasks.end; task++) {
    if (!wanted[tasks.site[task]!]) continue;
    const start = tasks.startedAt[task]!;
    const end = endOf(recording, graph, task);
    if (start > until || end < from || end - start < atLeast) continue;
    if (states.size === 0 || states.has(stateOf(graph, task))) yield task;
  }
}

/** Indices of the sites that have such a task. */
export function sitesMatching(recording: Recording, thread: Thread, filter: TaskFilter): ReadonlySet<number> {
  const { graph, sites } = thread;
  if (isOfCode(filter)) return new Set([...sites.functions.keys()].filter(it => isWanted(graph.sites.get(it), filter)));
  const { site } = graph.tables.tasks;
  const found = new Set<number>();
  for (const task of matching(recording, thread, filter)) found.add(site[task]!);
  return found;
}

/** By index of the site: whether it is wanted. */
function wantedSites({ stream }: Thread, filter: SiteFilter, only: (site: Site) => boolean = () => true): boolean[] {
  const wanted: boolean[] = [];
  for (const [index, site] of stream.sites) wanted[index] = only(site) && isWanted(site, filter);
  return wanted;
}
