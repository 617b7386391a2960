/** Which sources are what a package's commands run, by `bin` in its `package.json`. */

import { dirname } from 'node:path';
import type { Disk } from '../engine/disk.ts';

export class CommandFiles {
  readonly #disk: Disk;
  /** By the text of a `package.json`, which may change. */
  readonly #commands = new Map<string, ReadonlySet<string>>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Whether a command of the nearest package begins in a file, or in what is built from it. */
  has(file: string): boolean {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const manifest = `${folder}/package.json`;
      const text = this.#disk.has(manifest) ? this.#disk.text(manifest) : undefined;
      if (text !== undefined) return this.#commandsIn(text).has(moduleName(file.slice(folder.length + 1)));
      if (dirname(folder) === folder) return false;
    }
  }

  #commandsIn(text: string): ReadonlySet<string> {
    let commands = this.#commands.get(text);
    if (!commands) this.#commands.set(text, (commands = new Set(binOf(text).map(moduleName))));
    return commands;
  }
}

/** Folders that a build writes to, and those that it reads. */
const ROOTS = /^(?:build|cjs|dist|esm|lib|out|src)\//;

/** A path without what differs between a source and what is built from it. */
const moduleName = (path: string): string =>
  path.replace(/^\.\//, '').replace(ROOTS, '').replace(/\.[cm]?[jt]sx?$/, '');

function binOf(text: string): string[] {
  let manifest: { readonly bin?: unknown } | null;
  try {
    manifest = JSON.parse(text) as typeof manifest;
  } catch {
    // npm says what is wrong with it.
    return [];
  }
  const bin = manifest?.bin;
  const paths = typeof bin === 'object' && bin !== null ? Object.values(bin) : [bin];
  return paths.filter(path => typeof path === 'string');
}
