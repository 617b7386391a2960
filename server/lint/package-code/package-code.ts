/**
 * What the JavaScript of packages tells, found out once for each module and kept for later runs. Packages hardly ever
 * change; all that was looked at on the disk to find something out is remembered, and has to be as it was.
 */

import { hash } from 'node:crypto';
import { Disk } from '../../engine/disk.ts';
import type { Witness } from '../../engine/witness.ts';
import type { BlockingKnowledge } from '../../facts/blocking-leaves.ts';
import type { ExportedFunction, PackageCode } from '../../facts/package-code.ts';
import { isAsSeen, isUntouchedOnDisk } from '../cache/differences.ts';
import { KeptFile } from '../cache/kept-file.ts';
import type { Seen } from '../cache/seen.ts';
import { Trace } from '../cache/trace.ts';
import { keyOf, Roots, type Root } from './roots.ts';
import { searchPackages, type SearchHost } from './search.ts';

export interface PackageCodeOptions extends SearchHost {
  /** Is told of all that results depend on. */
  readonly witness: Witness | undefined;
  /** Where results are kept for later runs; `undefined` for nowhere. */
  readonly keepIn: { readonly folder: string; readonly version: string } | undefined;
}

/** What one search found, by the keys of its roots. */
interface Batch {
  readonly seen: Seen;
  readonly found: Readonly<Record<string, readonly ExportedFunction[]>>;
}

/** What was found with one knowledge of what blocks. */
interface Shelf {
  readonly file: KeptFile | undefined;
  batches: readonly Batch[];
}

/** Those found last are kept. */
const MOST_BATCHES = 30;

const NOTHING: readonly ExportedFunction[] = [];

export class JavaScriptOfPackages implements PackageCode {
  readonly #options: PackageCodeOptions;
  /** By what counts as blocking. */
  readonly #shelves = new Map<string, Shelf>();
  /** Those of which is known that they are as the disk is. */
  readonly #right = new Set<Batch>();
  /** Those during which packages were installed: they count until something changes. */
  readonly #passing = new Set<Batch>();
  #roots: Roots;

  constructor(options: PackageCodeOptions) {
    this.#options = options;
    this.#roots = new Roots(new Disk(options.witness));
  }

  /** To be called when files of packages may have changed. */
  changed(): void {
    this.#right.clear();
    this.#roots = new Roots(new Disk(this.#options.witness));
  }

  blocking(
    imports: ReadonlyMap<string, readonly string[]>,
    knowledge: BlockingKnowledge,
  ): (file: string, specifier: string) => readonly ExportedFunction[] {
    const wanted = new Map<string, Root>();
    for (const [file, specifiers] of imports) {
      for (const specifier of specifiers) {
        const root = this.#roots.of(file, specifier);
        if (root) wanted.set(keyOf(root), root);
      }
    }
    const found = this.#find(wanted, knowledge);
    return (file, specifier) => {
      const root = imports.has(file) ? this.#roots.of(file, specifier) : undefined;
      return (root && found.get(keyOf(root))) ?? NOTHING;
    };
  }

  #find(
    wanted: ReadonlyMap<string, Root>,
    knowledge: BlockingKnowledge,
  ): ReadonlyMap<string, readonly ExportedFunction[]> {
    const shelf = this.#shelfFor(knowledge);
    const known = new Map<string, readonly ExportedFunction[]>();
    const use = (batch: Batch) => {
      for (const key in batch.found) if (wanted.has(key)) known.set(key, batch.found[key]!);
    };
    for (const batch of shelf.batches) {
      const isNews = Object.keys(batch.found).some(key => wanted.has(key) && !known.has(key));
      if (isNews && this.#isRight(batch)) use(batch);
    }
    const missing = [...wanted].filter(([key]) => !known.has(key)).map(([, root]) => root);
    if (missing.length > 0) use(this.#search(missing, knowledge, shelf));
    return known;
  }

  #search(roots: readonly Root[], knowledge: BlockingKnowledge, shelf: Shelf): Batch {
    const { host } = this.#options;
    const trace = new Trace();
    const modules = roots.length === 1 ? '1 module' : `${roots.length} modules`;
    host.log(`The JavaScript of ${modules} of packages is searched for what blocks.`);
    const found = Object.fromEntries(searchPackages(roots, knowledge, this.#options, trace));
    const batch = { seen: trace.seen, found };
    this.#right.add(batch);
    this.#tell(batch.seen);
    const others = shelf.batches.filter(other => !Object.keys(other.found).every(key => key in found));
    shelf.batches = [...others, batch].slice(-MOST_BATCHES);
    if (!isUntouchedOnDisk(batch.seen)) this.#passing.add(batch);
    this.#keep(shelf);
    return batch;
  }

  #isRight(batch: Batch): boolean {
    if (this.#right.has(batch)) return true;
    if (!isAsSeen(batch.seen)) return false;
    this.#right.add(batch);
    this.#tell(batch.seen);
    return true;
  }

  /** A result of a whole run depends on the same. */
  #tell({ files, folders }: Seen): void {
    const { witness } = this.#options;
    if (!witness) return;
    for (const file in files) witness.read(file);
    for (const folder in folders) {
      for (const name in folders[folder]!.names) witness.asked(folder + name);
      if (folders[folder]!.entries !== undefined) witness.listed(folder);
    }
  }

  #shelfFor(knowledge: BlockingKnowledge): Shelf {
    const about = digestOf(knowledge);
    let shelf = this.#shelves.get(about);
    if (shelf) return shelf;
    const { keepIn, cwd } = this.#options;
    const file = keepIn && new KeptFile(keepIn.folder, '.packages', keepIn.version, [keepIn.version, cwd, about]);
    const kept = file?.load();
    shelf = { file, batches: kept === undefined ? [] : (JSON.parse(kept) as readonly Batch[]) };
    this.#shelves.set(about, shelf);
    return shelf;
  }

  #keep({ file, batches }: Shelf): void {
    try {
      file?.save(JSON.stringify(batches.filter(batch => !this.#passing.has(batch))));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.host.log(`What packages do could not be kept: ${reason}`);
    }
  }
}

/** Of all that a search depends on besides the packages. */
function digestOf(knowledge: BlockingKnowledge): string {
  let digest = digests.get(knowledge);
  if (digest === undefined) {
    const { leaves, runners, harmless } = knowledge;
    digests.set(knowledge, (digest = hash('sha256', JSON.stringify([[...leaves], runners, harmless]), 'base64')));
  }
  return digest;
}

const digests = new WeakMap<BlockingKnowledge, string>();
