/** Remembers what a run looks at. */

import { basename, dirname } from 'node:path';
import type { Witness } from '../../engine/witness.ts';
import type { Node } from '../../syntax/ast.ts';
import { Looks } from './looks.ts';
import { entriesOf, hashOf, meaningOf, NOTHING, realPathOf, stampOf, tells, type Seen, type SeenFile, type SeenFolder } from './seen.ts';

export class Trace implements Witness {
  readonly #before: Seen | undefined;
  readonly seen: Seen = { files: {}, folders: {} };
  readonly #looks = new Map<string, Looks>();
  hasSearched = false;

  /** @param before what an earlier run saw: contents with the same stamp need not be read again */
  constructor(before?: Seen) {
    this.#before = before;
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

  readonly lookedInto = (from: string, declaration: Node): void => {
    let looks = this.#looks.get(from);
    if (!looks) this.#looks.set(from, (looks = new Looks()));
    looks.add(declaration);
  };

  /** Into which declarations somebody looked to lint a file. */
  looksFrom(file: string): Looks {
    return this.#looks.get(file) ?? new Looks();
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
