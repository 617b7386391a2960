/** Places in source code that a recording speaks of, under names that the linter computes as well. */

import { hash64 } from './hash.ts';

/**
 * What is at a site: something that runs as a task (`function`, `generator`, `module`), or a place where one suspends.
 * `forAwait` suspends once per round, `yield` at the value handed out, `yieldAll` at each value passed on,
 * `using` at the end of the block of an `await using`.
 */
export const SITE_KINDS = [
  'function',
  'generator',
  'module',
  'await',
  'forAwait',
  'yield',
  'yieldAll',
  'using',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export interface Site {
  /** See `siteId`. */
  readonly id: string;
  readonly kind: SiteKind;
  /** Absolute path of the original source, with forward slashes. */
  readonly file: string;
  /** 0-based, in the original source. */
  readonly line: number;
  /** 0-based, in UTF-16 code units, in the original source. */
  readonly character: number;
  /** What a reader would call it: the function's name, or the text that is awaited. May be empty. */
  readonly name: string;
  /** The site of the function around a place of suspension, as an index into the same table; 0 for none. */
  readonly owner: number;
}

/** Where a site is, in terms that do not depend on the machine. */
export interface SitePlace {
  /** Relative to the folder of the nearest `package.json` above the file, with forward slashes. */
  readonly path: string;
  readonly kind: SiteKind;
  /** 0-based, both in the original source. */
  readonly line: number;
  readonly character: number;
  /** The text of that line in the original source. */
  readonly lineText: string;
}

/**
 * A name for a site that linter and recording agree on: 16 hexadecimal digits.
 * Two sites share one only when path, kind, line, column and code agree: the text from the site on to the end of its
 * line, since the end of an expression is not known of code that was compiled. White space in it does not count.
 * So the name outlives edits of other lines below, and changes when lines come or go above.
 */
export function siteId({ path, kind, line, character, lineText }: SitePlace): string {
  const text = lineText.slice(character).replace(/\s+/g, '');
  return hash64(`${path}\0${kind}\0${line}\0${character}\0${text}`);
}
