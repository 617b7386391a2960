/** The lines of the table: sites, and below those that are open their tasks, as one list. */

import type { SiteRow } from '../../shared/panel/questions.ts';

export type Line =
  | { readonly kind: 'site'; readonly row: SiteRow; readonly isOpen: boolean }
  /** A task of the site, by its place in the order of its tasks. */
  | { readonly kind: 'task'; readonly row: SiteRow; readonly at: number };

interface Block {
  readonly row: SiteRow;
  readonly isOpen: boolean;
  /** The line of the site. */
  readonly first: number;
}

/** A million lines are a few blocks. */
export class Lines {
  readonly count: number;
  readonly #blocks: readonly Block[];

  constructor(sites: readonly SiteRow[], open: readonly string[]) {
    let first = 0;
    this.#blocks = sites.map(row => {
      const block = { row, isOpen: open.includes(row.site), first };
      first += 1 + (block.isOpen ? row.count : 0);
      return block;
    });
    this.count = first;
  }

  /** @param index from 0 on; below `count` */
  at(index: number): Line {
    const { row, isOpen, first } = this.#blocks.findLast(block => block.first <= index)!;
    return index === first ? { kind: 'site', row, isOpen } : { kind: 'task', row, at: index - first - 1 };
  }

  /** The line of a site; -1 when it has none. */
  lineOf(site: string): number {
    return this.#blocks.find(({ row }) => row.site === site)?.first ?? -1;
  }
}

/** Lines of one kind that follow each other: a site, or tasks of a site that are asked for together. */
export type Stretch =
  | { readonly kind: 'site'; readonly line: number; readonly row: SiteRow; readonly isOpen: boolean }
  | {
      readonly kind: 'tasks';
      readonly line: number;
      readonly row: SiteRow;
      /** The first of the page, the first that is shown, and how many are shown. */
      readonly page: number;
      readonly from: number;
      readonly count: number;
    };

export const PAGE = 100;

/** The lines from `first` up to `end`, exclusive. */
export function stretches(lines: Lines, first: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  for (let index = first; index < end; ) {
    const line = lines.at(index);
    if (line.kind === 'site') {
      found.push({ ...line, line: index });
      index++;
      continue;
    }
    const page = Math.floor(line.at / PAGE) * PAGE;
    const count = Math.min(page + PAGE, line.row.count) - line.at;
    found.push({ kind: 'tasks', line: index, row: line.row, page, from: line.at, count: Math.min(count, end - index) });
    index += count;
  }
  return found;
}
