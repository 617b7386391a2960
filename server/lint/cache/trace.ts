/** Remembers what a run looked at, and tells later whether it would see the same on the disk. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { kindOf, type PathKind } from '../../engine/disk.ts';
import type { Witness } from '../../engine/witness.ts';

/** Tells without a look at the contents that nothing changed; empty when it could not tell. */
type Stamp = string;

interface SeenFolder {
  stamp: Stamp;
  /** What was asked about by name. */
  readonly kinds: Record<string, PathKind>;
  /** All that it held, where that was asked. */
  entries?: string;
}

/** What a run saw, in a form that JSON can keep. Paths are absolute. */
export interface Seen {
  /** The hash of each file's contents; `null` where there was no file. */
  readonly files: Record<string, { readonly hash: string | null; stamp: Stamp }>;
  readonly folders: Record<string, SeenFolder>;
  /** Where a path led; `null` where there was nothing. */
  readonly links: Record<string, string | null>;
}

export interface Differences {
  /** Files whose contents changed, and which are still there. */
  readonly contents: readonly string[];
  /** Whether anything else changed: what is there at all, and where links lead. */
  readonly structure: boolean;
  /** Whether stamps of what did not change were set anew. */
  readonly restamped: boolean;
}

/** What changed less than this many milliseconds ago may change again without a new stamp. */
const COARSEST_CLOCK = 1000;

/** Offsets in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

export class Trace implements Witness {
  readonly seen: Seen = { files: {}, folders: {}, links: {} };
  /** The declarations in each file that were looked into. */
  readonly looks = new Map<string, Stretch[]>();
  hasSearched = false;

  readonly read = (file: string): void => {
    this.seen.files[file] ??= { stamp: stampOf(file), hash: hashOf(file) };
  };

  readonly asked = (path: string): void => {
    const folder = this.#folder(dirname(path));
    folder.kinds[basename(path)] ??= folder.stamp === NOTHING ? 'nothing' : kindOf(path);
  };

  readonly listed = (path: string): void => {
    this.#folder(path).entries ??= entriesOf(path);
  };

  readonly resolved = (path: string): void => {
    if (this.seen.links[path] === undefined) this.seen.links[path] = realPathOf(path);
  };

  readonly lookedInto = (file: string, start: number, end: number): void => {
    const known = this.looks.get(file);
    if (known) known.push([start, end]);
    else this.looks.set(file, [[start, end]]);
  };

  readonly searched = (): void => {
    this.hasSearched = true;
  };

  #folder(path: string): SeenFolder {
    return (this.seen.folders[path] ??= { stamp: stampOf(path), kinds: {} });
  }
}

/** Compares the disk with what was seen on it. Stamps in `seen` that are out of date for no reason are renewed. */
export function differences({ files, folders, links }: Seen): Differences {
  const contents: string[] = [];
  let structure = false;
  let restamped = false;
  for (const [path, seen] of Object.entries(files)) {
    const stamp = stampOf(path);
    if (isSame(stamp, seen.stamp)) continue;
    const hash = hashOf(path);
    if (hash === seen.hash) [seen.stamp, restamped] = [stamp, true];
    else if (hash === null || seen.hash === null) structure = true;
    else contents.push(path);
  }
  for (const [path, seen] of Object.entries(folders)) {
    const stamp = stampOf(path);
    if (isSame(stamp, seen.stamp)) continue;
    if (holdsTheSame(path, seen)) [seen.stamp, restamped] = [stamp, true];
    else structure = true;
  }
  structure ||= Object.entries(links).some(([path, target]) => realPathOf(path) !== target);
  return { contents, structure, restamped };
}

function holdsTheSame(path: string, { kinds, entries }: SeenFolder): boolean {
  const sameKinds = Object.entries(kinds).every(([name, kind]) => kindOf(`${path}/${name}`) === kind);
  return sameKinds && (entries === undefined || entries === entriesOf(path));
}

const NOTHING: Stamp = 'nothing';
const isSame = (now: Stamp, then: Stamp): boolean => now === then && now !== '';

function stampOf(path: string): Stamp {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return NOTHING;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  return Date.now() - Math.max(mtimeMs, ctimeMs) < COARSEST_CLOCK ? '' : [size, mtimeMs, ctimeMs, ino].join(' ');
}

function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('base64');
  } catch {
    return null;
  }
}

/** Only what could become part of a program: a new README changes nothing. */
const OF_INTEREST = /\.(?:[cm]?[jt]sx?|json)$/;

function entriesOf(folder: string): string {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(it => !it.isFile() || OF_INTEREST.test(it.name));
    const named = entries.map(it => `${it.isSymbolicLink() ? kindOf(`${folder}/${it.name}`) : ''} ${it.isFile()} ${it.name}`);
    return createHash('sha256').update(named.toSorted().join('\n')).digest('base64');
  } catch {
    return NOTHING;
  }
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
