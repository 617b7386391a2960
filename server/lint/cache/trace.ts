/** Remembers what a run looked at, and tells later whether it would see the same on the disk. */

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { kindOf } from '../../engine/disk.ts';
import type { Dependence } from '../../engine/questions.ts';
import type { Witness } from '../../engine/witness.ts';
import { Dependences } from './dependences.ts';

/** Tells without a look at the contents that nothing changed; empty when it could not tell. */
type Stamp = string;

interface SeenFolder {
  stamp: Stamp;
  /** Where its path led by symbolic links. */
  readonly realPath: string;
  /** What each name in it stood for that was asked about. */
  readonly names: Record<string, string>;
  /** All that it held, where that was asked. */
  entries?: string;
}

/** What a run saw, in a form that JSON can keep. Paths are absolute. */
export interface Seen {
  /** The hash of each file's contents; `null` where there was no file. */
  readonly files: Record<string, { readonly hash: string | null; stamp: Stamp }>;
  readonly folders: Record<string, SeenFolder>;
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
    folder.names[basename(path)] ??= folder.stamp === NOTHING ? NOTHING : meaningOf(path);
  };

  readonly listed = (path: string): void => {
    this.#folder(path).entries ??= entriesOf(path);
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

/** Compares the disk with what was seen on it. Stamps in `seen` that are out of date for no reason are renewed. */
export function differences({ files, folders }: Seen): Differences {
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
    structure ||= realPathOf(path) !== seen.realPath;
    if (isSame(stamp, seen.stamp)) continue;
    if (holdsTheSame(path, seen)) [seen.stamp, restamped] = [stamp, true];
    else structure = true;
  }
  return { contents, structure, restamped };
}

function holdsTheSame(path: string, { names, entries }: SeenFolder): boolean {
  const sameNames = Object.entries(names).every(([name, meaning]) => meaningOf(`${path}/${name}`) === meaning);
  return sameNames && (entries === undefined || entries === entriesOf(path));
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
    const named = entries.map(it => `${it.name} ${it.isSymbolicLink() ? meaningOf(`${folder}/${it.name}`) : it.isFile()}`);
    return createHash('sha256').update(named.toSorted().join('\n')).digest('base64');
  } catch {
    return NOTHING;
  }
}

/** Whether a path is a file, a folder, or nothing, and for a symbolic link where it leads. */
function meaningOf(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? `${kindOf(path)} ${realPathOf(path)}` : kindOf(path);
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return NOTHING;
  }
}
