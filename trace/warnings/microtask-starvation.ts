import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Graph, Ticks } from '../graph.ts';
import { counted, inWords, nameOf, nameOfSite } from '../words.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, WarningKind } from './warning.ts';

/** With fewer suspensions, a few long slices are to blame: these are blocks. */
const SUSPENSIONS_PER_MS = 0.1;

export const microtaskStarvation: WarningKind = {
  name: 'microtask-starvation',
  summary: 'Awaits of what is there already, one after the other, while the event loop cannot come round.',
  advice: 'Let the event loop come round now and then, by `setImmediate` of node:timers/promises.',

  *find(graph, { 'microtask-starvation': milliseconds }) {
    const { turns } = graph.tables;
    for (let row = 1; row < turns.end; row++) {
      const [from, until] = [turns.from[row]!, Math.min(turns.until[row]!, graph.until)];
      if (until - from < milliseconds * TICKS_PER_MS) continue;
      const [first, end] = [firstSuspension(graph, from), firstSuspension(graph, until)];
      if (end - first < ((until - from) / TICKS_PER_MS) * SUSPENSIONS_PER_MS) continue;
      const site = mostFrequentSite(graph, first, end);
      yield {
        severity: 'warn',
        sites: [site],
        duration: until - from,
        explain: () => explain(graph, { from, until, first, end, site }),
      };
    }
  },
};

/** The row of the first suspension that began at a moment or later: rows are in the order of time. */
function firstSuspension({ tables: { awaits } }: Graph, at: Ticks): number {
  let low = 1;
  let high = awaits.end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (awaits.from[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where tasks suspended most often, in the rows from `first` to before `end`. */
function mostFrequentSite({ tables: { awaits } }: Graph, first: number, end: number): number {
  const counts = new Map<number, number>();
  for (let row = first; row < end; row++) counts.set(awaits.site[row]!, (counts.get(awaits.site[row]!) ?? 0) + 1);
  let most = 0;
  for (const [site, count] of counts) if (count > (counts.get(most) ?? 0)) most = site;
  return most;
}

interface Starvation {
  readonly from: Ticks;
  readonly until: Ticks;
  /** Rows of the suspensions in it. */
  readonly first: number;
  readonly end: number;
  readonly site: number;
}

function explain(graph: Graph, { from, until, first, end, site }: Starvation): Explanation {
  const { awaits, tasks } = graph.tables;
  let row = first;
  while (awaits.site[row] !== site) row++;
  const task = tasks.view(awaits.task[row]!);
  const awaited = nameOfSite(graph.sites.get(site));
  return {
    message:
      `For ${inWords(until - from)}, ${counted(end - first, 'await')} went on at once, most of them at ${awaited}: ` +
      'no timer, no file and no request was looked at.',
    evidence: [ofTask(graph, task, `${nameOf(graph, task)} awaits ${awaited}`, { site, from, until })],
  };
}
