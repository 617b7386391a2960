/** The sites, names and stacks that events speak of. */

import type { Site } from '../../shared/trace/site.ts';
import { FIRST_SITE } from '../transform/insertions.ts';
import type { Stack } from '../../shared/trace/stack.ts';
import type { SkippedFile, TableRows } from '../../shared/trace/tables.ts';

let nextSite = FIRST_SITE;
const nameIndices = new Map<string, number>();
const stackIndices = new Map<string, number>();

/** Further stacks are not told apart from none: a recording stays small whatever a program does. */
const MOST_STACKS = 1000;

/** What a listener that comes late wants to know as well. */
const sites: [number, Site][] = [];
const names: [number, string][] = [];
const skipped: SkippedFile[] = [];
const stacks: [number, Stack][] = [];

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

/** The index of a stack, the same each time; 0 for one that comes too late. */
export function stackIndex(stack: Stack): number {
  const key = JSON.stringify(stack);
  const known = stackIndices.get(key);
  if (known !== undefined) return known;
  const index = stackIndices.size + 1;
  if (index > MOST_STACKS) return 0;
  stackIndices.set(key, index);
  stacks.push([index, stack]);
  return index;
}

/** How many rows of each table are known to a reader. */
export type RowCounts = Readonly<Record<keyof TableRows, number>>;

export const NO_ROWS: RowCounts = { sites: 0, names: 0, skipped: 0, stacks: 0 };

/** What was added behind the rows that are known, and how many are then; `undefined` for nothing. */
export function rowsBehind(known: RowCounts): { readonly rows: TableRows; readonly counts: RowCounts } | undefined {
  const counts = { sites: sites.length, names: names.length, skipped: skipped.length, stacks: stacks.length };
  const tables = Object.keys(counts) as (keyof TableRows)[];
  if (tables.every(table => counts[table] === known[table])) return undefined;
  const rows = {
    sites: sites.slice(known.sites),
    names: names.slice(known.names),
    skipped: skipped.slice(known.skipped),
    stacks: stacks.slice(known.stacks),
  };
  return { rows, counts };
}
