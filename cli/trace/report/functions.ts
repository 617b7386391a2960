/** All functions that ran as tasks, each summed up over all threads. */

import type { Site } from '../../../shared/trace/site.ts';
import { FunctionTotals } from '../../../trace/sites/totals.ts';
import type { Thread } from '../../../trace/thread.ts';

export interface FunctionRow {
  readonly site: Site;
  readonly totals: FunctionTotals;
}

/** What rows are sorted by, the largest first. Times are in ticks. */
export const SORTS = {
  total: ({ durations }: FunctionTotals) => durations.total,
  tasks: ({ started, unsampled }: FunctionTotals) => started + unsampled,
  running: ({ self }: FunctionTotals) => self,
  ready: ({ ready }: FunctionTotals) => ready,
  suspended: ({ suspended }: FunctionTotals) => suspended,
  p50: ({ durations }: FunctionTotals) => durations.percentile(50),
  p95: ({ durations }: FunctionTotals) => durations.percentile(95),
  max: ({ durations }: FunctionTotals) => durations.max,
  rejected: ({ rejected }: FunctionTotals) => rejected,
  unended: ({ alive }: FunctionTotals) => alive,
} as const;

export type Sort = keyof typeof SORTS;

/** Threads number their sites as they load them; their ids are the same. */
export function functionsIn(threads: readonly Thread[], sort: Sort): FunctionRow[] {
  const rows = new Map<string, FunctionRow>();
  for (const { graph, sites } of threads) {
    for (const [index, totals] of sites.functions) {
      const site = graph.sites.get(index);
      if (site === undefined) continue;
      let row = rows.get(site.id);
      if (row === undefined) rows.set(site.id, (row = { site, totals: new FunctionTotals(index) }));
      row.totals.include(totals);
    }
  }
  const key = SORTS[sort];
  return [...rows.values()].sort((a, b) => key(b.totals) - key(a.totals));
}
