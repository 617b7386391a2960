/** What is to be done to the code of a file: all of it that takes time, and does not depend on who else is loaded. */

import { pathToFileURL } from 'node:url';
import { LineMap } from '../../shared/line-map.ts';
import { SiteNames, type Site } from '../../shared/trace/site.ts';
import type { Files } from './files.ts';
import type { Insertion } from './insertions.ts';
import { instrument, type CodeSite } from './instrument.ts';
import { originOf, type Origin } from './origin.ts';
import { parseSource, type Source } from './parse.ts';
import { shiftsOf, type Shifts } from './shifts.ts';
import { insertionMap, shiftedMap, sourceMapComment } from './source-map.ts';

export interface Plan {
  /** In the order of their places. */
  readonly insertions: readonly Insertion[];
  /** `owner` counts them from 1 on. */
  readonly sites: readonly Site[];
  /** Where each of them is in the code. */
  readonly offsets: readonly number[];
  readonly shifts: Shifts;
  /** The comment with the source map, which comes behind the code. */
  readonly map: string;
  /** Where it leads: to the code as it was, or to what that came from. */
  readonly leadsTo: 'code' | 'origin';
}

/** Nothing is to be done. */
const NONE: Plan = { insertions: [], sites: [], offsets: [], shifts: new Map(), map: '', leadsTo: 'code' };

/** @throws SyntaxError for code that the parser does not understand */
export type PlanFor = (source: Source, files: Files) => Plan;

export const planFor: PlanFor = ({ file, code, type, firstColumn }, files) => {
  const lines = new LineMap(code, firstColumn);
  const origin = originOf(file, code, files.readText);
  const holdsLibraries = origin.sources.some(files.isLibrary);
  const isLeftAlone = (at: number): boolean =>
    holdsLibraries && files.isLibrary(origin.placeOf(lines.placeAt(at)).file);
  const { insertions, sites } = instrument(code, parseSource(code, type), isLeftAlone);
  if (sites.every(({ kind }) => kind === 'discard')) return NONE;
  const shifts = shiftsOf(insertions, lines);
  const map =
    origin.map === undefined ? insertionMap(pathToFileURL(file).href, lines, shifts) : shiftedMap(origin.map, shifts);
  return {
    insertions,
    sites: sites.map(locator(sites, lines, origin, files)),
    offsets: sites.map(({ at }) => at),
    shifts,
    map: sourceMapComment(map),
    leadsTo: origin.map === undefined ? 'code' : 'origin',
  };
};

/** A function that says where each of a file's sites lies in the original source. */
function locator(
  sites: readonly CodeSite[],
  lines: LineMap,
  origin: Origin,
  { pathInProject }: Files,
): (site: CodeSite) => Site {
  const names = new Map<string, SiteNames>();
  const namesIn = (file: string): SiteNames => {
    const known = names.get(file) ?? new SiteNames(pathInProject(file), origin.textOf(file));
    names.set(file, known);
    return known;
  };
  return ({ kind, at, name, owner }) => {
    const begin = owner === undefined ? at : sites[owner]!.at;
    const { file, line, character } = origin.placeOf(lines.placeAt(at), lines.placeAt(begin));
    const id = namesIn(file).nameOf(kind, { line, character });
    return { id, kind, file, line, character, name, owner: owner === undefined ? 0 : 1 + owner };
  };
}
