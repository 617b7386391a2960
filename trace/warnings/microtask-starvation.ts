import { TICKS_PER_MS } from '../../shared/trace/events.ts';
import type { Graph, Ticks } from '../graph.ts';
import { counted } from '../../shared/words.ts';
import { inWords, nameOf, nameOfSite } from '../words.ts';
import { isStarvation, rowsWithin } from './starvation.ts';
import { ofTask } from './evidence.ts';
import type { Explanation, WarningKind } from './warning.ts';

export const microtaskStarvation: WarningKind = {
  name: 'microtask-starvation',
  summary: 'Awaits of what is there already, one after the other, while the event loop cannot come round.',
  advice: 'Let the event loop come round now and then, by `setImmediate` of node:timers/promises.',

  *find(graph, { 'microtask-starvation': milliseconds }) {
    const { turns } = graph.tables;
    for (let row = 1; row < turns.end; row++) {
      const [from, until] = [turns.from[row]!, Math.min(turns.until[row]!, graph.until)];
      if (until - from < milliseconds * TICKS_PER_MS || !isStarvation(graph, from, until)) continue;
      const rows = rowsWithin(graph, from, until);
      const site = mostFrequentSite(graph, rows);
      yield {
        severity: 'warn',
        sites: [site],
        duration: until - from,
        explain: () => explain(graph, { from, until, rows, site }),
      };
    }
  },
};

/** Where tasks suspended most often. */
function mostFrequentSite({ tables: { awaits } }: Graph, rows: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(awaits.site[row]!, (counts.get(awaits.site[row]!) ?? 0) + 1);
  let most = 0;
  for (const [site, count] of counts) if (count > (counts.get(most) ?? 0)) most = site;
  return most;
}

interface Starvation {
  readonly from: Ticks;
  readonly until: Ticks;
  /** Those of the suspensions in it. */
  readonly rows: readonly number[];
  readonly site: number;
}

function explain(graph: Graph, { from, until, rows, site }: Starvation): Explanation {
  const { awaits, tasks } = graph.tables;
  const example = rows.find(row => awaits.site[row] === site)!;
  const task = tasks.view(awaits.task[example]!);
  const awaited = nameOfSite(graph.sites.get(site));
  return {
    message:
      `For ${inWords(until - from)}, ${counted(rows.length, 'await')} went on at once, most of them at ${awaited}: ` +
      'no timer, no file and no request was looked at.',
    evidence: [ofTask(task, `${nameOf(graph, task)} awaits ${awaited}`, { site, from, until })],
  };
}
