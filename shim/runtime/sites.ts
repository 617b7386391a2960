/** The sites and names that events speak of. */

import type { Site } from '../../shared/trace/site.ts';
import { FIRST_SITE } from '../transform/insertions.ts';
import type { SkippedFile, TableRows } from '../../shared/trace/tables.ts';

let nextSite = FIRST_SITE;
const nameIndices = new Map<string, number>();

/** What a listener that comes late wants to know as well. */
const sites: [number, Site][] = [];
const names: [number, string][] = [];
const skipped: SkippedFile[] = [];

/** The index that the next site to be added gets. */
export const nextSiteIndex = (): number => nextSite;

export function addSites(added: readonly Site[]): void {
  for (const site of added) sites.push([nextSite++, site]);
}

/** Sites that another thread has numbered from `first` on, outside of the range used here. */
export function addNumberedSites(first: number, added: readonly Site[]): void {
  added.forEach((site, at) => sites.push([first + at, site]));
}

export function addSkipped(file: SkippedFile): void {
  skipped.push(file);
}

/** The index of a name, the same each time. */
export function nameIndex(name: string): number {
  const known = nameIndices.get(name);
  if (known !== undefined) return known;
  const index = nameIndices.size + 1;
  nameIndices.set(name, index);
  names.push([index, name]);
  return index;
}

/** How many rows of each table are known to a reader. */
export type RowCounts = Readonly<Record<keyof TableRows, number>>;

export const NO_ROWS: RowCounts = { sites: 0, names: 0, skipped: 0 };

/** What was added behind the rows that are known; `undefined` for nothing. */
export function rowsBehind(known: RowCounts): TableRows | undefined {
  if (sites.length === known.sites && names.length === known.names && skipped.length === known.skipped) {
    return undefined;
  }
  return {
    sites: sites.slice(known.sites),
    names: names.slice(known.names),
    skipped: skipped.slice(known.skipped),
  };
}
