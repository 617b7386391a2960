/** From the code of a file to the same code with insertions, and the sites in it. */

import type { Site } from '../../shared/trace/site.ts';
import { insert } from './insertions.ts';
import { FILES } from './files.ts';
import type { Source } from './parse.ts';
import type { PlanFor } from './plan.ts';
import type { Shifts } from './shifts.ts';

export interface Transformed {
  readonly code: string;
  /** How far the columns of each line have moved. */
  readonly shifts: Shifts;
  /** By index from `firstSite` on. */
  readonly sites: readonly Site[];
}

/** Code without these words has no task in it. */
const MAY_HAVE_TASKS = /\basync\b|\bawait\b|__awaiter|__async/;

/** Where V8 does not, it is to complain of the code as it was written. */
const KNOWS_USING = 'DisposableStack' in globalThis;

/** Node hands the maps of all code on to those who read its files of coverage, which is told without insertions. */
const COVERS = Boolean(process.env['NODE_V8_COVERAGE']);

/**
 * `undefined` for code without tasks. `firstSite` is the index that its first site gets, from `FIRST_SITE` on.
 * @throws SyntaxError for code that the parser does not understand
 */
export function transform(source: Source, firstSite: number, planFor: PlanFor): Transformed | undefined {
  const { code } = source;
  if (!MAY_HAVE_TASKS.test(code)) return undefined;
  const { insertions, sites, shifts, map, leadsTo } = planFor(source, FILES);
  if (insertions.length === 0 || (!KNOWS_USING && insertions.some(it => it.hides))) return undefined;
  return {
    code: insert(code, insertions, firstSite) + (leadsTo === 'code' && COVERS ? '' : map),
    shifts,
    sites: sites.map(site => (site.owner === 0 ? site : { ...site, owner: firstSite + site.owner - 1 })),
  };
}
