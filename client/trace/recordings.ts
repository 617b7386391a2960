// Where the recordings of traced programs lie, and what becomes of old ones.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { encodeFileHeader } from '../../shared/trace/frame.ts';

/** Enough to compare a run with those before; recordings are large. */
const KEPT = 10;

export class Recordings {
  readonly #folder: string;
  #last = 0;

  /** Recordings belong to a workspace; without one, to nothing in particular. */
  constructor({ storageUri, globalStorageUri }: ExtensionContext) {
    this.#folder = join((storageUri ?? globalStorageUri).fsPath, 'recordings');
  }

  /** The path of a new, empty recording. The oldest are deleted. */
  async begin(): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter(name => name.endsWith('.asynclens')).sort();
    for (const name of names.slice(0, Math.max(0, names.length - KEPT + 1))) await rm(join(this.#folder, name));
    const file = join(this.#folder, `${this.#time().replaceAll(':', '-')}.asynclens`);
    await writeFile(file, encodeFileHeader());
    return file;
  }

  /** Now, or just after the last one: names sort as recordings began. */
  #time(): string {
    this.#last = Math.max(Date.now(), this.#last + 1);
    return new Date(this.#last).toISOString();
  }
}
