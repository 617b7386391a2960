/** A report for programs: docs/report.md describes it. Times are milliseconds; lines and columns count from 1 on. */

import { TICKS_PER_MS } from '../../../shared/trace/events.ts';
import { reasonInWords, type Reason } from '../../../shared/trace/reason.ts';
import type { Graph, Ticks } from '../../../trace/graph.ts';
import type { Thread } from '../../../trace/thread.ts';
import type { NamedPlace } from '../../../trace/warnings/warning.ts';
import type { Warning } from '../../../trace/warnings/gather.ts';
import { longestPath } from './critical-path.ts';
import type { FunctionRow } from './functions.ts';
import type { Report } from './report.ts';

/** Grows by one when a reader of the one before would misread it; new properties may come without. */
const VERSION = 1;

export function jsonOf({ recorded: { threads, damages }, functions, warnings }: Report): string {
  const content = {
    version: VERSION,
    threads: threads.map(threadOf),
    functions: functions.map(functionOf),
    warnings: warnings.map(warningOf),
    missing: {
      tasks: threads.flatMap(({ graph }) => graph.unsampled).reduce((sum, { tasks }) => sum + tasks, 0),
      events: threads.reduce((sum, { graph }) => sum + graph.dropped, 0),
      files: threads.flatMap(({ stream }) => stream.skipped),
      damages,
    },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function threadOf({ stream: { info, end, reasons }, graph }: Thread) {
  const { pid, thread, node, argv, cwd, startedAt } = info;
  return {
    pid,
    thread,
    node,
    argv,
    cwd,
    startedAt: new Date(startedAt).toISOString(),
    milliseconds: milliseconds(graph.until),
    exitCode: end?.exitCode ?? null,
    error: end?.fatal === undefined ? null : errorInWords(reasons.get(end.fatal.reason)),
    tasks: graph.tasks.size,
    criticalPath: pathOf(graph),
  };
}

/** What ended a thread; empty where that is not told. */
const errorInWords = (reason: Reason | undefined): string => (reason === undefined ? '' : reasonInWords(reason));

function pathOf(graph: Graph) {
  const longest = longestPath(graph);
  if (longest === undefined) return null;
  const { task, duration, parts, overlaps } = longest;
  return {
    task: task.id,
    place: placeOf(graph.sites.get(task.site)),
    milliseconds: milliseconds(duration),
    parts: parts.map(({ state, site, what, share, count, total }) => ({
      state,
      what,
      place: placeOf(graph.sites.get(site)),
      share,
      count,
      milliseconds: milliseconds(total),
    })),
    overlaps,
  };
}

function functionOf({ site, totals }: FunctionRow) {
  const { started, unsampled, fulfilled, rejected, alive, lost, self, ready, suspended, durations, reasons } = totals;
  return {
    place: placeOf(site),
    tasks: started,
    unsampled,
    fulfilled,
    rejected,
    reasons: reasons.list().map(({ reason, count }) => ({ reason: reasonInWords(reason), count })),
    alive,
    lost,
    running: milliseconds(self),
    ready: milliseconds(ready),
    suspended: milliseconds(suspended),
    p50: milliseconds(durations.percentile(50)),
    p95: milliseconds(durations.percentile(95)),
    max: milliseconds(durations.max),
  };
}

function warningOf({ name, severity, message, advice, site, count, duration, thread, evidence }: Warning) {
  return {
    name,
    severity,
    message,
    advice,
    place: placeOf(site),
    count,
    milliseconds: milliseconds(duration),
    thread,
    evidence: evidence.map(it => ({
      message: it.message,
      place: placeOf(it.site),
      task: it.task || null,
      from: milliseconds(it.from),
      until: milliseconds(it.until),
    })),
  };
}

const placeOf = (site: NamedPlace | undefined) =>
  site === undefined
    ? null
    : { file: site.file, line: site.line + 1, column: site.character + 1, site: site.id ?? null, name: site.name };

const milliseconds = (ticks: Ticks): number => ticks / TICKS_PER_MS;
