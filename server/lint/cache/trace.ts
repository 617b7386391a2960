/** Remembers what a run looks at. */

import { basename, dirname } from 'node:path';
import type { Dependence } from '../../engine/questions.ts';
import type { Witness } from '../../engine/witness.ts';
import { Dependences } from './named-dependences.ts';
import { entriesOf, hashOf, meaningOf, NOTHING, realPathOf, stampOf, type Seen, type SeenFolder } from './seen.ts';

/** Offsets in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

export class Trace implements Witness {
  readonly seen: Seen = { files: {}, folders: {} };
  /** The declarations in each file that were looked into. */
  readonly looks = new Map<string, Stretch[]>();
  readonly dependences = new Dependences();
  hasSearched = false;

  readonly read = (file: string): void => {
    this.#folder(dirname(file));
    this.seen.files[file] ??= { stamp: stampOf(file), hash: hashOf(file) };
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

  readonly lookedInto = (file: string, start: number, end: number): void => {
    const known = this.looks.get(file);
    if (known) known.push([start, end]);
    else this.looks.set(file, [[start, end]]);
  };

  readonly depends = (on: Dependence): void => this.dependences.add(on);

  readonly searched = (): void => {
    this.hasSearched = true;
  };

  #folder(path: string): SeenFolder {
    return (this.seen.folders[path] ??= { stamp: stampOf(path), realPath: realPathOf(path), names: {} });
  }
}
