/** Places in source code that a recording speaks of, under names that the linter computes as well. */

import { linesOf } from '../line-map.ts';
import { hash64, hashOf, hashOn, NOTHING_HASHED, type Hashing } from './hash.ts';

/**
 * What is at a site: something that runs as a task (`function`, `generator`, `module`), or a place where one suspends.
 * `forAwait` suspends once per round, `yield` at the value handed out, `yieldAll` at each value passed on,
 * `using` at the end of the block of an `await using`.
 * `discard` is a call whose value nobody keeps: the statement `save();` or `void save();`.
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
  'discard',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** Whether what is at such a site runs as a task; at others, one suspends or is dropped. */
export const runsAsTask = (kind: SiteKind): boolean => kind === 'function' || kind === 'generator' || kind === 'module';

/** What can be named: a site, or the place of a stack's `frame`, which need not be one. */
export type PlaceKind = SiteKind | 'frame';

export interface Site {
  /** See `SiteNames`. */
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

/** A place in a file: both 0-based, the character in UTF-16 code units. */
export interface SitePlace {
  readonly line: number;
  readonly character: number;
}

/**
 * Names the sites of one file, so that linter and recording agree on them: 16 hexadecimal digits.
 * A name is made of the file's path, the kind of the site, the text of its line and where in the line it is, white
 * space left out; and of how many lines above have the same text. So a name outlives edits of all other lines but
 * copies of its own, and what changes its line changes it: what was recorded of the old code is then said of nothing.
 */
export class SiteNames {
  readonly #path: string;
  readonly #lines: readonly string[];
  /** Without white space, and of each how many above are the same; made when the first name is asked for. */
  #squeezed: readonly string[] | undefined;
  #copies: readonly number[] = [];
  /** What all names of a kind on the line that was asked about last begin with. */
  readonly #begun = new Map<PlaceKind, { readonly line: number; readonly hashing: Hashing }>();

  /**
   * @param path relative to the folder of the nearest `package.json` above the file, with forward slashes
   * @param text the original source; empty when it is not known: lines are then told apart by their numbers
   */
  constructor(path: string, text: string) {
    this.#path = path;
    this.#lines = text === '' ? [] : linesOf(text);
  }

  nameOf(kind: PlaceKind, { line, character }: SitePlace): string {
    const text = this.#lines[line];
    if (text === undefined) return hash64(`${this.#path}\0${kind}\0\0${line}\0${character}`);
    const within = squeezed(text.slice(0, character)).length;
    return hashOf(hashOn(this.#beginningOf(kind, line), `${within}`));
  }

  #beginningOf(kind: PlaceKind, line: number): Hashing {
    const begun = this.#begun.get(kind);
    if (begun?.line === line) return begun.hashing;
    const all = this.#squeezed ?? this.#squeeze();
    const hashing = hashOn(NOTHING_HASHED, `${this.#path}\0${kind}\0${all[line]}\0${this.#copies[line]}\0`);
    this.#begun.set(kind, { line, hashing });
    return hashing;
  }

  #squeeze(): readonly string[] {
    this.#squeezed = this.#lines.map(squeezed);
    this.#copies = copiesAbove(this.#squeezed);
    return this.#squeezed;
  }
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

/** How many lines above each line are the same. */
function copiesAbove(lines: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return lines.map(line => {
    const count = seen.get(line) ?? 0;
    seen.set(line, count + 1);
    return count;
  });
}
