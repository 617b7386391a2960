/** What a recording tells of places in the code, for those who look at the code. */

import type { SiteEvidence } from '../shared/evidence.ts';
import { TICKS_PER_MS } from '../shared/trace/events.ts';
import type { Site } from '../shared/trace/site.ts';
import { FLAG } from './graph/promises.ts';
import { OUTCOMES } from './graph/tasks.ts';
import { Distribution } from './sites/distribution.ts';
import type { Thread } from './thread.ts';

/** One for each site where something happened; threads that run the same code are one. */
export function evidenceIn(threads: readonly Thread[]): SiteEvidence[] {
  const sites = new Map<string, Growing>();
  for (const thread of threads) {
    addFunctions(sites, thread);
    addAwaits(sites, thread);
    addPromises(sites, thread);
  }
  return Array.from(sites.values(), finished);
}

interface Growing {
  readonly site: Site;
  count: number;
  rejected: number;
  unhandled: number;
  pending: number;
  readonly durations: Distribution;
}

type Sites = Map<string, Growing>;

function at(sites: Sites, site: Site): Growing {
  const known = sites.get(site.id);
  if (known !== undefined) return known;
  const made = { site, count: 0, rejected: 0, unhandled: 0, pending: 0, durations: new Distribution() };
  sites.set(site.id, made);
  return made;
}

function addFunctions(sites: Sites, { graph, sites: { functions } }: Thread): void {
  for (const [index, { started, rejected, alive, durations }] of functions) {
    const site = graph.sites.get(index);
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count += started;
    sum.rejected += rejected;
    sum.pending += alive;
    sum.durations.include(durations);
  }
}

function addAwaits(sites: Sites, { graph, sites: { awaits: totals } }: Thread): void {
  for (const [index, { rejected, waits }] of totals) {
    const site = graph.sites.get(index);
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count += waits.count;
    sum.rejected += rejected;
    sum.durations.include(waits);
  }
  const { awaits, tasks } = graph.tables;
  for (let task = 1; task < tasks.end; task++) {
    const last = tasks.lastAwait[task]!;
    const site = last !== 0 && awaits.until[last] === Infinity ? graph.sites.get(awaits.site[last]!) : undefined;
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count++;
    sum.pending++;
  }
}

/** What became of promises that statements did not keep, and of those whose rejection nobody handled. */
function addPromises(sites: Sites, { graph }: Thread): void {
  const { promises, tasks } = graph.tables;
  for (let row = 1; row < promises.end; row++) {
    const discarded = graph.sites.get(promises.discardedAt.get(row) ?? 0);
    const isUnhandled = promises.has(row, FLAG.unhandled);
    if (discarded === undefined && !isUnhandled) continue;
    const task = promises.task[row]!;
    const ran = isUnhandled ? graph.sites.get(tasks.site[task]!) : undefined;
    if (ran !== undefined) at(sites, ran).unhandled++;
    if (discarded === undefined) continue;
    const sum = at(sites, discarded);
    sum.count++;
    if (isUnhandled) sum.unhandled++;
    if (isUnhandled || OUTCOMES[tasks.outcome[task]!] === 'rejected') sum.rejected++;
    if (promises.settledAt[row] === Infinity) sum.pending++;
  }
}

function finished({ site, count, rejected, unhandled, pending, durations }: Growing): SiteEvidence {
  const inMs = (ticks: number): number => ticks / TICKS_PER_MS;
  return {
    site: site.id,
    kind: site.kind,
    file: site.file,
    count,
    rejected,
    unhandled,
    pending,
    durations:
      durations.count === 0
        ? undefined
        : {
            median: inMs(durations.percentile(50)),
            p95: inMs(durations.percentile(95)),
            most: inMs(durations.max),
          },
  };
}
