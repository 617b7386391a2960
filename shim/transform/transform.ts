/** From the code of a file to the same code with insertions, and the sites in it. */

import { pathToFileURL } from 'node:url';
import { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { SiteNames, type Site } from '../../shared/trace/site.ts';
import { existsSync } from '../natives.ts';
import { insert } from './insertions.ts';
import { instrument, type CodeSite } from './instrument.ts';
import { Lines } from './lines.ts';
import { originOf, type Origin } from './origin.ts';
import { parseSource, type SourceType } from './parse.ts';
import { shiftsOf, type Shifts } from './shifts.ts';
import { insertionMap, shiftedMap, sourceMapComment } from './source-map.ts';

export interface Transformed {
  readonly code: string;
  /** How far the columns of each line have moved. */
  readonly shifts: Shifts;
  /** By index from `firstSite` on. */
  readonly sites: readonly Site[];
}

/** Code without these words has no task in it. */
const MAY_HAVE_TASKS = /\basync\b|\bawait\b|__awaiter|__async/;

/**
 * `undefined` for code without tasks. `file` is absolute with forward slashes; `firstSite` the index that its first
 * site gets.
 * @throws SyntaxError for code that the parser does not understand
 */
export function transform(file: string, code: string, type: SourceType, firstSite: number): Transformed | undefined {
  if (!MAY_HAVE_TASKS.test(code)) return undefined;
  const { insertions, sites } = instrument(code, parseSource(code, type));
  if (sites.every(({ kind }) => kind === 'discard')) return undefined;
  const lines = new Lines(code);
  const shifts = shiftsOf(insertions, lines, firstSite);
  const origin = originOf(file, code);
  const map =
    origin.map === undefined ? insertionMap(pathToFileURL(file).href, lines, shifts) : shiftedMap(origin.map, shifts);
  return {
    code: insert(code, insertions, firstSite) + sourceMapComment(map),
    shifts,
    sites: sites.map(locator(lines, origin, firstSite)),
  };
}

const PATHS = new ProjectPaths(folder => existsSync(`${folder}/package.json`));

/** A function that says where a site lies in the original source. */
function locator(lines: Lines, origin: Origin, firstSite: number): (site: CodeSite) => Site {
  const names = new Map<string, SiteNames>();
  const namesIn = (file: string): SiteNames => {
    const known = names.get(file) ?? new SiteNames(PATHS.pathOf(file), origin.textOf(file));
    names.set(file, known);
    return known;
  };
  return ({ kind, at, name, owner }) => {
    const { file, line, character } = origin.placeOf(lines.placeAt(at));
    const id = namesIn(file).nameOf(kind, { line, character });
    return { id, kind, file, line, character, name, owner: owner === undefined ? 0 : firstSite + owner };
  };
}
