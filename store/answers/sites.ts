import type { SiteOrder, SiteRow, Sorting } from '../../shared/panel/questions.ts';
import type { TaskFilter } from '../../shared/panel/tasks.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Site } from '../../shared/trace/site.ts';
import { matching } from '../matching.ts';
import { placeOf, type Recording } from '../recording.ts';
import { endOf, isAlive, stateOf } from '../task-state.ts';

/** What is known so far of the tasks of one site, in whatever thread. */
interface Growing {
  readonly site: Site;
  readonly durations: number[];
  alive: number;
  rejected: number;
}

/** A row for each site that has tasks which the filter lets through. */
export function sites(recording: Recording, filter: TaskFilter, sorting: Sorting<SiteOrder>): SiteRow[] {
  const groups = new Map<string, Growing>();
  for (const thread of recording.threads) {
    const { graph } = thread;
    const { tasks } = graph.tables;
    for (const task of matching(recording, thread, filter)) {
      const group = groupOf(groups, graph.sites.get(tasks.site[task]!)!);
      const state = stateOf(graph, task);
      group.durations.push((endOf(graph, task) - tasks.startedAt[task]!) / TICKS_PER_MS);
      if (isAlive(state)) group.alive++;
      if (state === 'rejected') group.rejected++;
    }
  }
  return Array.from(groups.values(), toRow).sort(inOrder(sorting));
}

function groupOf(groups: Map<string, Growing>, site: Site): Growing {
  const known = groups.get(site.id);
  if (known !== undefined) return known;
  const made = { site, durations: [], alive: 0, rejected: 0 };
  groups.set(site.id, made);
  return made;
}

function toRow({ site, durations, alive, rejected }: Growing): SiteRow {
  const sorted = Float64Array.from(durations).sort();
  return {
    site: site.id,
    name: titleOf(site),
    place: placeOf(site)!,
    count: sorted.length,
    alive,
    rejected,
    total: sorted.reduce((sum, it) => sum + it, 0),
    median: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    most: sorted.at(-1)!,
  };
}

/** What a table calls a function. */
export const titleOf = ({ name, kind, file }: Site): string =>
  name || (kind === 'module' ? `module ${file.split('/').at(-1)!}` : 'anonymous');

/** The smallest value that so large a part of all is not above. */
const percentile = (sorted: Float64Array, part: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)]!;

function inOrder({ by, descending }: Sorting<SiteOrder>): (a: SiteRow, b: SiteRow) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => sign * (by === 'name' ? a.name.localeCompare(b.name) : a[by] - b[by]) || a.name.localeCompare(b.name);
}
