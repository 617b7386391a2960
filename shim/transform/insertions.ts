/** Texts to be put into source code. Nothing is ever taken away, at most made a comment, and no line is added. */

import type { Shift } from './shifts.ts';

/** Stands in an insertion for the number of its site, which is not known before the code runs. */
export const SITE = '#';

/** Sites are numbered from here on. All numbers are equally long, so that what stands where does not depend on them. */
export const FIRST_SITE = 1_000_000;
/** Sites that the thread of Node's loaders numbers begin here: far behind those of the program's own. */
export const FIRST_OFF_THREAD_SITE = 5 * FIRST_SITE;
const SITE_DIGITS = String(FIRST_SITE).length;

export interface Insertion {
  /** Offset in the source before which the text goes. */
  readonly at: number;
  readonly text: string;
  /** Index of the site that `SITE` in the text stands for, into the file's own sites, from 0 on. */
  readonly site: number | undefined;
  /** What stands behind it becomes a comment, up to the next insertion. There is no end of a comment in between. */
  readonly hides?: boolean;
}

// Brackets around each insertion, by which `Function.prototype.toString` finds the original text again.
// Latin-1: characters beyond would double the memory that V8 needs for the file.
const OPEN = '/*«*/';
const CLOSE = '/*»*/';
// The bracket that opens the next insertion ends this comment.
const HIDE = '/*»/';
// The text of a function may end within one.
const INSERTED = /\/\*«\*\/.*?(?:\/\*»\*?\/|$)/g;

/** An insertion as it stands in the code; `firstSite` is the number of the file's first site. */
export function written({ text, site, hides }: Insertion, firstSite: number): string {
  return OPEN + (site === undefined ? text : text.replace(SITE, String(firstSite + site))) + (hides ? HIDE : CLOSE);
}

/** The length of `written`. */
export const writtenLength = ({ text, site, hides }: Insertion): number =>
  OPEN.length + text.length + (site === undefined ? 0 : SITE_DIGITS - SITE.length) + (hides ? HIDE : CLOSE).length;

/** The code with all insertions made; they are in the order of their places. */
export function insert(source: string, insertions: readonly Insertion[], firstSite: number): string {
  let code = '';
  let done = 0;
  for (const insertion of insertions) {
    code += source.slice(done, insertion.at) + written(insertion, firstSite);
    done = insertion.at;
  }
  return code + source.slice(done);
}

/** The text that some code had before anything was inserted. */
export const withoutInsertions = (code: string): string => (code.includes(OPEN) ? code.replaceAll(INSERTED, '') : code);

/** The insertions in some code, in order, by the offsets that they had been inserted at, as if it were one line. */
export function insertionsIn(code: string): Shift[] {
  let moved = 0;
  return Array.from(code.matchAll(INSERTED), ({ index, 0: { length } }) => {
    const character = index - moved;
    moved += length;
    return { character, length };
  });
}
