/** Where the packages are installed that files import. */

import { dirname, join } from 'node:path/posix';
import { isBuiltin } from 'node:module';
import { packageIn } from '../../facts/package-functions.ts';
import type { Disk } from '../../engine/disk.ts';
import { isInPackage } from '../../engine/file-names.ts';
import { realPathOf } from '../cache/seen.ts';

/** A module of a package, and the folder whose `node_modules` has it. */
export interface Root {
  readonly folder: string;
  readonly specifier: string;
}

export const keyOf = ({ folder, specifier }: Root): string => `${specifier} ${folder}`;

export class Roots {
  readonly #disk: Disk;
  /** By importing folder and package. */
  readonly #folders = new Map<string, string | undefined>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** `undefined` for a module of Node, a package that is not installed, and one that is a link to own code. */
  of(file: string, specifier: string): Root | undefined {
    const name = isBuiltin(specifier) ? undefined : packageIn(specifier);
    if (name === undefined) return undefined;
    const key = `${dirname(file)} ${name}`;
    if (!this.#folders.has(key)) this.#folders.set(key, this.#folderOf(dirname(file), name));
    const folder = this.#folders.get(key);
    return folder === undefined ? undefined : { folder, specifier };
  }

  #folderOf(from: string, name: string): string | undefined {
    for (let folder = from; ; folder = dirname(folder)) {
      const path = join(folder, 'node_modules', name);
      if (this.#disk.isFolder(path)) return isInPackage(realPathOf(path).replaceAll('\\', '/')) ? folder : undefined;
      if (dirname(folder) === folder) return undefined;
    }
  }
}
