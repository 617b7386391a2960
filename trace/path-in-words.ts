/** A critical path as sentences. */

import type { PathSegment } from './critical-path.ts';
import type { Graph, Ticks } from './graph.ts';
import { rowsOfAwaits, savedBy } from './rows-of-awaits.ts';
import { inWords, nameOfResource, nameOfSite } from './words.ts';

/** A part of the path: all its segments of one state at one place. */
export interface PathPart {
  readonly state: PathSegment['state'];
  /** Index of the site; 0 where it is not known. */
  readonly site: number;
  /** The longest of its segments. */
  readonly example: PathSegment;
  readonly count: number;
  readonly total: Ticks;
  /** Of the whole path, from 0 to 1. */
  readonly share: number;
  /** For example: waiting for the network at `fetch(url)` in `load`. */
  readonly what: string;
}

/** Less than this share of a path is not worth a sentence. */
const SMALLEST_SHARE = 0.01;

/** The parts of a path, the longest first. */
export function partsOf(graph: Graph, path: readonly PathSegment[]): PathPart[] {
  const groups = new Map<string, PathSegment[]>();
  for (const segment of path) {
    const key = [segment.state, segment.site, segment.resource].join();
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [segment]);
    else alike.push(segment);
  }
  const whole = totalOf(path);
  const parts = Array.from(groups.values(), (segments): PathPart => {
    const example = segments.reduce((longest, it) => (lengthOf(it) > lengthOf(longest) ? it : longest));
    const total = totalOf(segments);
    const { state, site } = example;
    return { state, site, example, count: segments.length, total, share: total / whole, what: inPlace(graph, example) };
  });
  return parts.filter(({ share }) => share >= SMALLEST_SHARE).sort((a, b) => b.total - a.total);
}

/** For example: 62 % waiting for the network at `fetch(url)` in `fetchUser`: 1.2 s. */
export const partInWords = ({ share, what, total, count }: PathPart): string =>
  `${Math.round(share * 100)} % ${what}: ${inWords(total)}${count > 1 ? `, ${count} times` : ''}`;

/** Awaits on the path that could overlap, those that would save the most first. */
export function overlapsOn(graph: Graph, path: readonly PathSegment[]): string[] {
  return [...new Set(path.map(({ task }) => task))]
    .flatMap(id => Array.from(rowsOfAwaits(graph, graph.tasks.get(id)!), row => ({ row, saved: savedBy(row) })))
    .filter(({ saved }) => saved >= totalOf(path) * SMALLEST_SHARE)
    .sort((a, b) => b.saved - a.saved)
    .map(({ row, saved }) => {
      const place = nameOfSite(graph.sites.get(row[0]!.at.site));
      return `${row.length} awaits in a row at ${place} could overlap: that saves about ${inWords(saved)}`;
    });
}

function inPlace({ sites, tasks }: Graph, { task, site, state, resource }: PathSegment): string {
  const around = nameOfSite(sites.get(tasks.get(task)!.site));
  const at = site === 0 ? `what ${around} returned` : `${nameOfSite(sites.get(site))} in ${around}`;
  switch (state) {
    case 'running':
      return `running in ${around}`;
    case 'ready':
      return `ready to go on after ${at}, while other code ran`;
    case 'suspended':
      return resource === undefined ? `waiting at ${at}` : `waiting for ${nameOfResource(resource)} at ${at}`;
  }
}

const lengthOf = ({ from, until }: PathSegment): Ticks => until - from;
const totalOf = (path: readonly PathSegment[]): Ticks => path.reduce((total, it) => total + lengthOf(it), 0);
