/** What a run saw on the disk, and how that is found out. */

import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { kindOf } from '../../engine/disk.ts';

/** Changes with what it stands for, and is cheaper to look at; ends in `YOUNG` when it may not. */
export type Stamp = string;

export interface SeenFile {
  /** Of the contents; `null` where there was no file. */
  readonly hash: string | null;
  stamp: Stamp;
}

export interface SeenFolder {
  stamp: Stamp;
  /** Where its path led by symbolic links. */
  readonly realPath: string;
  /** What each name in it stood for that was asked about, with a slash before it: no object inherits such a name. */
  readonly names: Record<string, string>;
  /** All that it held, where that was asked. */
  entries?: string;
}

/** In a form that JSON can keep. Paths are absolute. */
export interface Seen {
  readonly files: Record<string, SeenFile>;
  readonly folders: Record<string, SeenFolder>;
}

export const NOTHING = 'nothing';

const YOUNG = ' young';

/** What changed less than this many milliseconds ago may change again without a new stamp. */
const COARSEST_CLOCK = 1000;

/** The stamp of a file or a folder; `NOTHING` where there is none. */
export function stampOf(path: string): Stamp {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return NOTHING;
    const { size, mtimeMs, ctimeMs, ino } = stats;
    const isYoung = Date.now() - Math.max(mtimeMs, ctimeMs) < COARSEST_CLOCK;
    return [size, mtimeMs, ctimeMs, ino].join(' ') + (isYoung ? YOUNG : '');
  } catch {
    return NOTHING;
  }
}

/** Whether a stamp is known to change with the next change. */
export const tells = (stamp: Stamp): boolean => !stamp.endsWith(YOUNG);

/** Whether nothing was written between two stamps, as far as the clock can tell. */
export const isUntouched = (one: Stamp, other: Stamp): boolean => withoutAge(one) === withoutAge(other);

const withoutAge = (stamp: Stamp): Stamp => (tells(stamp) ? stamp : stamp.slice(0, -YOUNG.length));

/** A hash of a file's contents; `null` where it cannot be read. */
export function hashOf(file: string): string | null {
  try {
    return hash('sha256', readFileSync(file), 'base64');
  } catch {
    return null;
  }
}

/** Only what could become part of a program: a new README changes nothing. */
const OF_INTEREST = /\.(?:[cm]?[jt]sx?|json)$/;

/** The names of interest in a folder, and what they are; links are not followed. */
export function entriesOf(folder: string): { readonly digest: string; readonly links: readonly string[] } {
  try {
    const all = readdirSync(folder, { withFileTypes: true });
    const entries = all.filter(it => !it.isFile() || OF_INTEREST.test(it.name));
    const named = entries.map(it => `${it.name} ${it.isSymbolicLink() ? 'link' : it.isFile()}`);
    const links = entries.filter(it => it.isSymbolicLink()).map(it => it.name);
    return { digest: hash('sha256', named.toSorted().join('\n'), 'base64'), links };
  } catch {
    return { digest: NOTHING, links: [] };
  }
}

/** File, folder or nothing; for a symbolic link also where it leads, which no stamp of its folder tells. */
export function meaningOf(path: string): string {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink()) return `${kindOf(path)} ${realPathOf(path)}`;
    return stats === undefined ? NOTHING : stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return NOTHING;
  }
}

/** Whether a meaning is that of a symbolic link. */
export const isOfLink = (meaning: string): boolean => meaning.includes(' ');

/** Where a path leads by symbolic links; `NOTHING` where it leads nowhere. */
export function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return NOTHING;
  }
}

/** The names of packages that are links to folders outside of `node_modules`. */
export function linkedPackages({ folders }: Seen): ReadonlySet<string> {
  const isOutside = (realPath: string) => realPath !== NOTHING && !/[\\/]node_modules[\\/]/.test(realPath);
  return new Set(
    Object.entries(folders).flatMap(([path, { realPath }]) => {
      const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/@][^/]*)$/.exec(path)?.[1];
      return name !== undefined && isOutside(realPath) ? [name] : [];
    }),
  );
}
