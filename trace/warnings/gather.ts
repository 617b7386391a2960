/** From single occurrences to what people read: one warning for those that are alike, in whatever thread. */

import { SEVERITIES, type Severity } from '../../shared/finding.ts';
import type { WarningName } from '../../shared/recorded-warning.ts';
import { ranOn } from '../ending.ts';
import type { Graph, Ticks } from '../graph.ts';
import { sentence } from '../words.ts';
import { WARNING_KINDS } from './kinds.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';
import type { Evidence, Occurrence, NamedPlace, Where, WarningKind } from './warning.ts';

export interface PlacedEvidence extends Omit<Evidence, 'site'> {
  /** `undefined` where none is known. */
  readonly site: NamedPlace | undefined;
}

export interface Warning {
  /** That of its kind. */
  readonly name: WarningName;
  readonly severity: Severity;
  /** Where to look; `undefined` where the code is not known. */
  readonly site: NamedPlace | undefined;
  /** What happened, by the example of the longest occurrence, and why that matters. */
  readonly message: string;
  readonly advice: string;
  /** How often it happened. */
  readonly count: number;
  /** Of all occurrences. */
  readonly duration: Ticks;
  /** The thread of the example: an index into the graphs that were given. */
  readonly thread: number;
  /** Of the example. */
  readonly evidence: readonly PlacedEvidence[];
}

/** The worst first. @param graphs one for each thread */
export function warningsIn(graphs: readonly Graph[], thresholds: Thresholds = THRESHOLDS): Warning[] {
  return WARNING_KINDS.flatMap(kind => warningsOfKind(kind, graphs, thresholds)).sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || longestFirst(a, b),
  );
}

/** What lasts for ever stays in the order in which it was found. */
const longestFirst = (a: Warning, b: Warning): number => (a.duration === b.duration ? 0 : b.duration - a.duration);

interface Group {
  longest: Occurrence;
  thread: number;
  count: number;
  duration: Ticks;
}

function warningsOfKind(kind: WarningKind, graphs: readonly Graph[], thresholds: Thresholds): Warning[] {
  const groups = new Map<string, Group>();
  for (const [thread, graph] of graphs.entries()) {
    for (const occurrence of kind.find(graph, thresholds)) {
      const key = keyOf(occurrence, graph);
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, { longest: occurrence, thread, count: 1, duration: occurrence.duration });
      else {
        group.count++;
        group.duration += occurrence.duration;
        if (occurrence.duration > group.longest.duration) Object.assign(group, { longest: occurrence, thread });
      }
    }
  }
  return Array.from(groups.values(), group => warning(kind, group, graphs[group.thread]!));
}

/** Threads number their sites as they load them, but their ids are the same. */
const keyOf = ({ severity, sites }: Occurrence, graph: Graph): string =>
  [severity, ...sites.map(where => idOf(placeAt(where, graph)))].join();

/** What tells places apart in whatever thread; empty where none is known. */
export function idOf(place: NamedPlace | undefined): string {
  if (place === undefined) return '';
  return place.id ?? `${place.file}:${place.line}:${place.character}`;
}

const placeAt = (where: Where, graph: Graph): NamedPlace | undefined =>
  typeof where === 'number' ? graph.sites.get(where) : where;

/** Of a process that ran on, nobody knows that something never ended. */
const untilIn = ({ stream, until: last }: Graph, { until }: Evidence): Ticks =>
  until === Infinity && ranOn(stream) ? last : until;

function warning(kind: WarningKind, { longest, thread, count, duration }: Group, graph: Graph): Warning {
  const { message, advice = kind.advice, evidence } = longest.explain();
  return {
    name: kind.name,
    severity: longest.severity,
    site: placeAt(longest.sites[0] ?? 0, graph),
    message: sentence(message),
    advice,
    count,
    duration,
    thread,
    evidence: evidence.map(it => ({ ...it, site: placeAt(it.site, graph), until: untilIn(graph, it) })),
  };
}
