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
  const beginning = Math.min(...threads.map(({ stream }) => stream.info.startedAt));
  for (const thread of threads) {
    addFunctions(sites, thread);
    const since = thread.stream.info.startedAt - beginning;
    addAwaits(sites, thread);
    addUnended(sites, thread, since);
    addPromises(sites, thread, since);
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
  /** Milliseconds; Infinity where it is not known of any. */
  pendingSince: number;
  readonly durations: Distribution;
  readonly reasons: ReasonCounts;
}

type Sites = Map<string, Growing>;

function at(sites: Sites, site: Site): Growing {
  const known = sites.get(site.id);
  if (known !== undefined) return known;
  const none = { count: 0, rejected: 0, unhandled: 0, pending: 0, pendingSince: Infinity };
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
}

/**
 * Since when tasks have not ended, and where they wait. `offset` is how much later the thread began than the recording.
 */
function addUnended(sites: Sites, { graph }: Thread, offset: number): void {
  const { awaits, tasks } = graph.tables;
  for (let task = 1; task < tasks.end; task++) {
    if (tasks.endedAt[task] !== Infinity) continue;
    const ran = graph.sites.get(tasks.site[task]!);
    if (ran !== undefined) goesOn(at(sites, ran), offset + tasks.startedAt[task]! / TICKS_PER_MS);
    const last = tasks.lastAwait[task]!;
    const site = last !== 0 && awaits.until[last] === Infinity ? graph.sites.get(awaits.site[last]!) : undefined;
    if (site === undefined) continue;
    const sum = at(sites, site);
    sum.count++;
    sum.pending++;
    goesOn(sum, offset + awaits.from[last]! / TICKS_PER_MS);
  }
}

function goesOn(sum: Growing, since: number): void {
  sum.pendingSince = Math.min(sum.pendingSince, since);
}

/** What became of promises that statements did not keep, and of those whose rejection nobody handled. */
function addPromises(sites: Sites, { graph }: Thread, offset: number): void {
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
    if (promises.settledAt[row] !== Infinity) continue;
    sum.pending++;
    if (task !== 0) goesOn(sum, offset + tasks.startedAt[task]! / TICKS_PER_MS);
  }
}

function finished({
  site,
  count,
  rejected,
  unhandled,
  pending,
  pendingSince,
  durations,
  reasons,
}: Growing): SiteEvidence {
  const inMs = (ticks: number): number => ticks / TICKS_PER_MS;
  return {
    site: site.id,
    kind: site.kind,
    file: site.file,
    count,
    rejected,
    unhandled,
    pending,
    pendingSince: pending === 0 || pendingSince === Infinity ? undefined : pendingSince,
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
