import type { Answers, Question, TaskRow } from '../../shared/panel/questions.ts';
import { isOfCode } from '../../shared/panel/tasks.ts';
import type { Graph } from '../../trace/graph.ts';
import type { Thread } from '../../trace/thread.ts';
import { nameOfSite } from '../../trace/words.ts';
import { matching } from '../matching.ts';
import { inMs, placeOf, type Recording } from '../recording.ts';
import { endOf, stateOf } from '../task-state.ts';

type Asked = Extract<Question, { kind: 'tasks' }>;

/** One page of the tasks of a site, in the order in which they began. */
export function tasks(recording: Recording, { site, filter, skip, limit }: Asked): Answers['tasks'] {
  const rows: TaskRow[] = [];
  let total = 0;
  for (const [index, thread] of recording.threads.entries()) {
    const all = isOfCode(filter) ? countOf(thread, site) : undefined;
    let at = total;
    for (const task of matching(recording, thread, filter, it => it.id === site)) {
      // Where their number is known, nothing is looked at behind the page.
      if (all !== undefined && rows.length === limit) break;
      if (at >= skip && rows.length < limit) rows.push(toRow(recording, index, task));
      at++;
    }
    total = all === undefined ? at : total + all;
  }
  return { total, rows };
}

/** How many tasks of a site a thread has, by the site's id. */
function countOf({ graph, sites: { functions } }: Thread, site: string): number {
  return [...functions.values()].reduce(
    (sum, totals) => sum + (graph.sites.get(totals.site)?.id === site ? totals.started : 0),
    0,
  );
}

function toRow(recording: Recording, index: number, task: number): TaskRow {
  const thread = recording.threads[index]!;
  const { graph } = thread;
  const { tasks: table } = graph.tables;
  const start = table.startedAt[task]!;
  const awaited = lastAwait(graph, task);
  return {
    ref: { thread: index, task: table.id[task]! },
    state: stateOf(graph, task),
    start: recording.at(thread, start),
    duration: inMs(endOf(recording, graph, task) - start),
    awaits: awaited === undefined ? '' : nameOfSite(awaited),
    awaitedAt: placeOf(awaited),
    awaitsSince: recording.at(thread, graph.tables.awaits.from[table.lastAwait[task]!]!),
  };
}

const lastAwait = ({ tables: { tasks: table, awaits }, sites }: Graph, task: number) =>
  sites.get(awaits.site[table.lastAwait[task]!]!);
