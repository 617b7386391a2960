/** The sites and names that events speak of, until they are written. */

import type { Site } from '../../shared/trace/site.ts';
import type { SkippedFile, TableRows } from '../../shared/trace/tables.ts';

let nextSite = 1;
const nameIndices = new Map<string, number>();

let sites: [number, Site][] = [];
let names: [number, string][] = [];
let skipped: SkippedFile[] = [];

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

/** What was added since the last call; `undefined` for nothing. */
export function takeNewRows(): TableRows | undefined {
  if (sites.length + names.length + skipped.length === 0) return undefined;
  const rows = { sites, names, skipped };
  sites = [];
  names = [];
  skipped = [];
  return rows;
}
