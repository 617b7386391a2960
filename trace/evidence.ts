/** What a recording tells of places in the code, for those who look at the code. */

import type { SiteEvidence } from '../shared/evidence.ts';
import { TICKS_PER_MS } from '../shared/trace/events.ts';
import { reasonInShort } from '../shared/trace/reason.ts';
import type { Site } from '../shared/trace/site.ts';
import { FLAG } from './graph/promises.ts';
import { OUTCOMES } from './graph/tasks.ts';
import { reasonOf } from './rejections.ts';
import { Distribution } from './sites/distribution.ts';
import { ReasonCounts } from './sites/reason-counts.ts';
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

/** The most frequent ones of a place are told. */
const MOST_REASONS = 3;

interface Growing {
  readonly site: Site;
  count: number;
  rejected: number;
  unhandled: number;
  pending: number;
  readonly durations: Distribution;
  readonly reasons: ReasonCounts;
}

type Sites = Map<string, Growing>;

function at(sites: Sites, site: Site): Growing {
  const known = sites.get(site.id);
  if (known !== undefined) return known;
  const none = { count: 0, rejected: 0, unhandled: 0, pending: 0 };
  const made = { site, ...none, durations: new Distribution(), reasons: new ReasonCounts() };
  sites.set(site.id, made);
  return made;
}

function addFunctions(sites: Sites, { graph, sites: { functions } }: Thread): void {
  for (const [index, { started, rejected, alive, durations, reasons }] of functions) {
    const site = graph.sites.get(index);
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count += started;
    sum.rejected += rejected;
    sum.pending += alive;
    sum.durations.include(durations);
    sum.reasons.include(reasons);
  }
}

function addAwaits(sites: Sites, { graph, sites: { awaits: totals } }: Thread): void {
  for (const [index, { rejected, waits, reasons }] of totals) {
    const site = graph.sites.get(index);
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count += waits.count;
    sum.rejected += rejected;
    sum.durations.include(waits);
    sum.reasons.include(reasons);
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
    const discarded = graph.sites.get(promises.discardedAt.get(row));
    const isUnhandled = promises.has(row, FLAG.unhandled);
    if (discarded === undefined && !isUnhandled) continue;
    const task = promises.task[row]!;
    const ran = isUnhandled ? graph.sites.get(tasks.site[task]!) : undefined;
    if (ran !== undefined) at(sites, ran).unhandled++;
    if (discarded === undefined) continue;
    const sum = at(sites, discarded);
    sum.count++;
    if (isUnhandled) sum.unhandled++;
    if (isUnhandled || OUTCOMES[tasks.outcome[task]!] === 'rejected') {
      sum.rejected++;
      sum.reasons.add(reasonOf(graph, promises.id[row]!));
    }
    if (promises.settledAt[row] === Infinity) sum.pending++;
  }
}

function finished({ site, count, rejected, unhandled, pending, durations, reasons }: Growing): SiteEvidence {
  const inMs = (ticks: number): number => ticks / TICKS_PER_MS;
  return {
    site: site.id,
    kind: site.kind,
    file: site.file,
    count,
    rejected,
    unhandled,
    pending,
    reasons: reasonsOf(reasons),
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

/** Reasons that are the same in short are one. */
function reasonsOf(counts: ReasonCounts): SiteEvidence['reasons'] {
  const sums = new Map<string, number>();
  for (const { reason, count } of counts.list()) {
    const short = reasonInShort(reason);
    sums.set(short, (sums.get(short) ?? 0) + count);
  }
  return Array.from(sums, ([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_REASONS);
}
