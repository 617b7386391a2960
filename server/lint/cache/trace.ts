/** Remembers what a run looks at. */

import { basename, dirname } from 'node:path';
import type { RunWitness } from '../api.ts';
import type { CheckInput } from '../check.ts';
import type { Places } from '../findings.ts';
import { CachedLook } from './cached-look.ts';
import type { KeptPart, KnownParts } from './kept-parts.ts';
import {
  entriesOf,
  hashOf,
  meaningOf,
  NOTHING,
  realPathOf,
  stampOf,
  tells,
  type Seen,
  type SeenFile,
  type SeenFolder,
} from './seen.ts';

export class Trace implements RunWitness {
  readonly #before: Seen | undefined;
  readonly seen: Seen;
  readonly foreseen: readonly string[] | undefined;
  readonly #looks = new Map<string, CachedLook>();
  #known: ReadonlyMap<string, KnownParts> = new Map();
  hasSearched = false;
  /** The names of rules whose findings depend on more than the bodies that they looked into. */
  readonly around = new Set<string>();

  /**
   * @param before what an earlier run saw: contents with the same stamp need not be read again
   * @param all that the compiler will see, and was just seen
   */
  constructor(before?: Seen, all?: Seen) {
    this.#before = before;
    this.seen = all ?? { files: {}, folders: {} };
    this.foreseen = all && Object.keys(all.files);
  }

  readonly read = (file: string): void => {
    this.#folder(dirname(file));
    this.seen.files[file] ??= this.#file(file);
  };

  readonly asked = (path: string): void => {
    const folder = this.#folder(dirname(path));
    folder.names[`/${basename(path)}`] ??= folder.stamp === NOTHING ? NOTHING : meaningOf(path);
  };

  readonly listed = (path: string): void => {
    const folder = this.#folder(path);
    if (folder.entries !== undefined) return;
    const { digest, links } = entriesOf(path);
    folder.entries = digest;
    for (const link of links) this.asked(`${path}/${link}`);
  };

  /** From now on, only some parts of these files are looked at. */
  know(files: ReadonlyMap<string, KnownParts>): void {
    this.#known = files;
    for (const { around } of files.values()) for (const rule of around) this.around.add(rule);
  }

  look(input: CheckInput, places: Places): CachedLook {
    const { fileName } = input.source;
    const look = new CachedLook(input, places, this.#known.get(fileName), this.around);
    this.#looks.set(fileName, look);
    return look;
  }

  /** What is to be kept of a file that was linted. */
  partsOf(file: string): readonly KeptPart[] {
    return this.#looks.get(file)?.kept ?? [];
  }

  readonly searched = (): void => {
    this.hasSearched = true;
  };

  #file(path: string): SeenFile {
    const stamp = stampOf(path);
    const before = this.#before?.files[path];
    return { stamp, hash: before?.stamp === stamp && tells(stamp) ? before.hash : hashOf(path) };
  }

  #folder(path: string): SeenFolder {
    return (this.seen.folders[path] ??= { stamp: stampOf(path), realPath: realPathOf(path), names: {} });
  }
}
