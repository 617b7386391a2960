import type { SiteOrder, SiteRow, Sorting } from '../../shared/panel/questions.ts';
import { isOfCode, isWanted, type TaskFilter } from '../../shared/panel/tasks.ts';
import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Site } from '../../shared/trace/site.ts';
import { Distribution } from '../../trace/sites/distribution.ts';
import type { Thread } from '../../trace/thread.ts';
import { matching } from '../matching.ts';
import { placeOf, type Recording } from '../recording.ts';
import { endOf, isAlive, stateOf } from '../task-state.ts';

/** What is known so far of the tasks of one site, in whatever thread. */
interface Growing {
  readonly site: Site;
  /** Ticks. */
  readonly durations: Distribution;
  alive: number;
  rejected: number;
}

type Groups = Map<string, Growing>;

/** A row for each site that has tasks which the filter lets through. */
export function sites(recording: Recording, filter: TaskFilter, sorting: Sorting<SiteOrder>): SiteRow[] {
  const groups: Groups = new Map();
  for (const thread of recording.threads) {
    if (isOfCode(filter)) addAll(groups, thread, filter);
    else addMatching(groups, recording, thread, filter);
  }
  return Array.from(groups.values(), toRow).sort(inOrder(sorting));
}

/** All tasks of the sites, which are summed up already but for those that live. */
function addAll(groups: Groups, { graph, sites: { functions }, lanes }: Thread, filter: TaskFilter): void {
  const { tasks } = graph.tables;
  for (const [index, { durations, rejected }] of functions) {
    const site = graph.sites.get(index);
    if (site === undefined || !isWanted(site, filter)) continue;
    const group = groupOf(groups, site);
    group.durations.include(durations);
    group.rejected += rejected;
    for (const task of lanes.groups.get(index)?.last ?? []) {
      if (tasks.endedAt[task] !== Infinity) continue;
      group.alive++;
      group.durations.add(graph.until - tasks.startedAt[task]!);
    }
  }
}

function addMatching(groups: Groups, recording: Recording, thread: Thread, filter: TaskFilter): void {
  const { graph } = thread;
  const { tasks } = graph.tables;
  for (const task of matching(recording, thread, filter)) {
    const group = groupOf(groups, graph.sites.get(tasks.site[task]!)!);
    const state = stateOf(graph, task);
    group.durations.add(endOf(graph, task) - tasks.startedAt[task]!);
    if (isAlive(state)) group.alive++;
    if (state === 'rejected') group.rejected++;
  }
}

function groupOf(groups: Groups, site: Site): Growing {
  const known = groups.get(site.id);
  if (known !== undefined) return known;
  const made = { site, durations: new Distribution(), alive: 0, rejected: 0 };
  groups.set(site.id, made);
  return made;
}

const toRow = ({ site, durations, alive, rejected }: Growing): SiteRow => ({
  site: site.id,
  name: titleOf(site),
  place: placeOf(site)!,
  count: durations.count,
  alive,
  rejected,
  total: durations.total / TICKS_PER_MS,
  median: durations.percentile(50) / TICKS_PER_MS,
  p95: durations.percentile(95) / TICKS_PER_MS,
  most: durations.max / TICKS_PER_MS,
});

/** What a table calls a function. */
export const titleOf = ({ name, kind, file }: Site): string =>
  name || (kind === 'module' ? `module ${file.split('/').at(-1)!}` : 'anonymous');

function inOrder({ by, descending }: Sorting<SiteOrder>): (a: SiteRow, b: SiteRow) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => sign * (by === 'name' ? a.name.localeCompare(b.name) : a[by] - b[by]) || a.name.localeCompare(b.name);
}
