/** The sites, names, stacks and reasons that events speak of. */

import type { Reason } from '../../shared/trace/reason.ts';
import type { Site, SiteKind } from '../../shared/trace/site.ts';
import { FIRST_SITE } from '../transform/insertions.ts';
import type { Stack } from '../../shared/trace/stack.ts';
import type { SkippedFile, TableRows } from '../../shared/trace/tables.ts';
import { Numbered } from './numbered.ts';

let nextSite = FIRST_SITE;

/** Further stacks and reasons are not told apart from none: a recording stays small whatever a program does. */
const MOST_ROWS = 1000;

/** What a listener that comes late wants to know as well. */
const sites: [number, Site][] = [];
const skipped: SkippedFile[] = [];
const names = new Numbered<string>();
const stacks = new Numbered<Stack>(MOST_ROWS);
const reasons = new Numbered<Reason>(MOST_ROWS);

/** The index that the next site to be added gets. */
export const nextSiteIndex = (): number => nextSite;

/** Gives sites the next numbers, in their order. */
export function addSites(added: readonly Site[]): void {
  for (const site of added) sites.push([nextSite++, site]);
}

/** Sites that another thread has numbered from `first` on, outside of the range used here. */
export function addNumberedSites(first: number, added: readonly Site[]): void {
  added.forEach((site, at) => sites.push([first + at, site]));
}

/** The kind of a site by its number. */
export const kindOf = (site: number): SiteKind | undefined => sites.find(([index]) => index === site)?.[1].kind;

/** Notes a file that runs as it is. */
export function addSkipped(file: SkippedFile): void {
  skipped.push(file);
}

/** The index of a name, the same each time. */
export const nameIndex = (name: string): number => names.indexOf(name, name);

/** The index of a stack, the same each time; 0 for one that comes too late. */
export const stackIndex = (stack: Stack): number => stacks.indexOf(JSON.stringify(stack), stack);

/** The index of a reason, the same each time; 0 for one that comes too late. */
export const reasonIndex = (reason: Reason): number => reasons.indexOf(keyOf(reason), reason);

/** Quicker than JSON by far. */
const keyOf = ({ name, code, message, cause }: Reason): string =>
  `${name}\n${code}\n${message}${cause === undefined ? '' : `\n${keyOf(cause)}`}`;

/** How many rows of each table are known to a reader. */
export type RowCounts = Readonly<Record<keyof TableRows, number>>;

export const NO_ROWS: RowCounts = { sites: 0, names: 0, skipped: 0, stacks: 0, reasons: 0 };

/** What was added behind the rows that are known, and how many are then; `undefined` for nothing. */
export function rowsBehind(known: RowCounts): { readonly rows: TableRows; readonly counts: RowCounts } | undefined {
  const counts = {
    sites: sites.length,
    names: names.rows.length,
    skipped: skipped.length,
    stacks: stacks.rows.length,
    reasons: reasons.rows.length,
  };
  const tables = Object.keys(counts) as (keyof TableRows)[];
  if (tables.every(table => counts[table] === known[table])) return undefined;
  const rows = {
    sites: sites.slice(known.sites),
    names: names.rows.slice(known.names),
    skipped: skipped.slice(known.skipped),
    stacks: stacks.rows.slice(known.stacks),
    reasons: reasons.rows.slice(known.reasons),
  };
  return { rows, counts };
}
