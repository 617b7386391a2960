/** How the linter and its compiler look at the disk, so that somebody can remember what they looked at. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileSystem } from 'typescript/unstable/fs';
import type { Witness } from './witness.ts';

/** What a path leads to, symbolic links followed. */
export type PathKind = 'file' | 'folder' | 'nothing';

export class Disk {
  readonly #witness: Witness | undefined;

  constructor(witness?: Witness) {
    this.#witness = witness;
  }

  /** `undefined` when there is no such file. */
  text(file: string): string | undefined {
    this.#witness?.read(file);
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  }

  has(path: string): boolean {
    this.#witness?.asked(path);
    return kindOf(path) !== 'nothing';
  }

  isFolder(path: string): boolean {
    this.#witness?.asked(path);
    return kindOf(path) === 'folder';
  }

  /** The files and folders in a folder. @throws Error when there is no such folder */
  entries(folder: string) {
    this.#witness?.listed(folder);
    return readdirSync(folder, { withFileTypes: true });
  }

  /**
   * What the compiler calls when it looks at the disk. `textFor` gives the text to read instead of a file's own;
   * all else the compiler looks up itself. Where links lead is left out: it wants to know that also in the middle of
   * an answer, when requests written ahead are in the way (`requests.ts`).
   */
  callbacks(textFor: (file: string) => string | undefined): FileSystem {
    const witness = this.#witness;
    if (witness === undefined || witness.foreseen) return { readFile: textFor };
    const telling = (tell: (path: string) => void) => (path: string) => {
      tell(path);
      return undefined;
    };
    return {
      readFile: file => {
        witness.read(file);
        return textFor(file);
      },
      fileExists: telling(witness.asked),
      directoryExists: telling(witness.asked),
      getAccessibleEntries: telling(witness.listed),
    };
  }
}

/** A path that cannot be followed, because it is too long or leads in a circle, leads to nothing. */
export function kindOf(path: string): PathKind {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? 'nothing' : stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
