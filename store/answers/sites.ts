import type { SiteOrder, SiteRow, Sorting } from '../../shared/panel/questions.ts';
import { isOfCode, isWanted, type TaskFilter } from '../../shared/panel/tasks.ts';
import type { Site } from '../../shared/trace/site.ts';
import { Distribution } from '../../trace/sites/distribution.ts';
import type { Graph, Ticks } from '../../trace/graph.ts';
import type { Thread } from '../../trace/thread.ts';
import { matching } from '../matching.ts';
import { inMs, placeOf, type Recording } from '../recording.ts';
import { endOf, isAlive, stateOf } from '../task-state.ts';

/** What is known so far of the tasks of one site, in whatever thread. */
interface Growing {
  readonly site: Site;
  /** Ticks, of those that ended; while the recording grows, so far. */
  readonly durations: Distribution;
  /** How many never ended, and how long they lasted as far as that was recorded. */
  unended: number;
  lasted: Ticks;
  alive: number;
  rejected: number;
}

type Groups = Map<string, Growing>;

/** A row for each site that has tasks which the filter lets through. */
export function sites(recording: Recording, filter: TaskFilter, sorting: Sorting<SiteOrder>): SiteRow[] {
  const groups: Groups = new Map();
  for (const thread of recording.threads) {
    if (isOfCode(filter)) addAll(groups, recording, thread, filter);
    else addMatching(groups, recording, thread, filter);
  }
  return Array.from(groups.values(), toRow).sort(inOrder(sorting));
}

/** All tasks of the sites, which are summed up already but for those that live. */
function addAll(
  groups: Groups,
  recording: Recording,
  { graph, sites: { functions }, lanes }: Thread,
  filter: TaskFilter,
): void {
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
      addDuration(group, recording, graph, task);
    }
  }
}

function addMatching(groups: Groups, recording: Recording, thread: Thread, filter: TaskFilter): void {
  const { graph } = thread;
  const { tasks } = graph.tables;
  for (const task of matching(recording, thread, filter)) {
    const group = groupOf(groups, graph.sites.get(tasks.site[task]!)!);
    const state = stateOf(graph, task);
    addDuration(group, recording, graph, task);
    if (isAlive(state)) group.alive++;
    if (state === 'rejected') group.rejected++;
  }
}

function addDuration(group: Growing, recording: Recording, graph: Graph, task: number): void {
  const start = graph.tables.tasks.startedAt[task]!;
  const end = endOf(recording, graph, task);
  if (end < Infinity) return group.durations.add(end - start);
  group.unended++;
  group.lasted += graph.until - start;
}

function groupOf(groups: Groups, site: Site): Growing {
  const known = groups.get(site.id);
  if (known !== undefined) return known;
  const made = { site, durations: new Distribution(), unended: 0, lasted: 0, alive: 0, rejected: 0 };
  groups.set(site.id, made);
  return made;
}

function toRow({ site, durations, unended, lasted, alive, rejected }: Growing): SiteRow {
  const count = durations.count + unended;
  // Those that never ended took longer than all others.
  const percentile = (percent: number): Ticks =>
    Math.ceil((count * percent) / 100) > durations.count
      ? Infinity
      : durations.percentile((percent * count) / durations.count);
  return {
    site: site.id,
    name: titleOf(site),
    place: placeOf(site)!,
    count,
    alive,
    rejected,
    total: inMs(durations.total + lasted),
    median: inMs(percentile(50)),
    p95: inMs(percentile(95)),
    most: inMs(unended > 0 ? Infinity : durations.max),
  };
}

/** What a table calls a function. */
export const titleOf = ({ name, kind, file }: Site): string =>
  name || (kind === 'module' ? `module ${file.split('/').at(-1)!}` : 'anonymous');

function inOrder({ by, descending }: Sorting<SiteOrder>): (a: SiteRow, b: SiteRow) => number {
  const sign = descending ? -1 : 1;
  return (a, b) =>
    sign * (by === 'name' ? a.name.localeCompare(b.name) : a[by] - b[by]) || a.name.localeCompare(b.name);
}
