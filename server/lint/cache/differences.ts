/** Compares what was seen on the disk with what is there, and what two runs saw. */

import {
  entriesOf,
  hashOf,
  isOfLink,
  isUntouched,
  meaningOf,
  realPathOf,
  stampOf,
  tells,
  type Seen,
  type SeenFile,
  type SeenFolder,
} from './seen.ts';

/**
 * How the disk compares with what was seen on it; `restamped` when that is right, and stamps were renewed that last.
 */
export type Comparison =
  | { readonly kind: 'same' | 'restamped' | 'different' }
  /** Some files, which were there and are there, hold something else; `now` is all as it is. */
  | { readonly kind: 'edited'; readonly now: Seen };

/** Whether the disk is as it was seen. Stamps that have changed for nothing are renewed in place. */
export function compareWithDisk({ files, folders }: Seen): Comparison {
  let renewed = false;
  const edited: Record<string, SeenFile> = {};
  const restamp = (seen: { stamp: string }, stamp: string): void => {
    renewed ||= stamp !== seen.stamp && tells(stamp);
    seen.stamp = stamp;
  };
  for (const [path, seen] of Object.entries(files)) {
    const stamp = stampOf(path);
    if (stamp === seen.stamp && tells(stamp)) continue;
    const hash = hashOf(path);
    if (hash === seen.hash) restamp(seen, stamp);
    else if (hash === null || seen.hash === null) return { kind: 'different' };
    else edited[path] = { stamp, hash };
  }
  for (const [path, seen] of Object.entries(folders)) {
    if (!leadsTheSameWay(path, seen)) return { kind: 'different' };
    const stamp = stampOf(path);
    if (stamp === seen.stamp && tells(stamp)) continue;
    if (!holdsTheSame(path, seen, () => true)) return { kind: 'different' };
    restamp(seen, stamp);
  }
  if (Object.keys(edited).length === 0) return { kind: renewed ? 'restamped' : 'same' };
  return { kind: 'edited', now: together({ files, folders }, { files: edited, folders }) };
}

/** Whether nothing differs. */
export const isAsSeen = (seen: Seen): boolean => ['same', 'restamped'].includes(compareWithDisk(seen).kind);

/** Links lead elsewhere without a change in the folder that they are in. */
function leadsTheSameWay(path: string, folder: SeenFolder): boolean {
  return realPathOf(path) === folder.realPath && holdsTheSame(path, { names: folder.names }, isOfLink);
}

function holdsTheSame(
  path: string,
  { names, entries }: Pick<SeenFolder, 'names' | 'entries'>,
  counts: (meaning: string) => boolean,
): boolean {
  for (const [name, meaning] of Object.entries(names)) {
    if (counts(meaning) && meaningOf(path + name) !== meaning) return false;
  }
  return entries === undefined || entries === entriesOf(path).digest;
}

/**
 * Whether nothing was written since the run began to look, not even what was there before: it may have read what was
 * there between. Folders of which it asked for single names only may lie far above the project, where others write.
 */
export function isUntouchedOnDisk({ files, folders }: Seen): boolean {
  const hasStamp = (path: string, { stamp }: { readonly stamp: string }) => isUntouched(stampOf(path), stamp);
  return (
    Object.entries(files).every(([path, seen]) => hasStamp(path, seen)) &&
    Object.entries(folders).every(
      ([path, seen]) => hasStamp(path, seen) || (seen.entries === undefined && holdsTheSame(path, seen, () => true)),
    )
  );
}

/**
 * Whether two runs saw the same where both looked, apart from the contents of `except`. Both take the same steps up to
 * the first thing that differs: where that is not among `except`, they took the same steps throughout.
 */
export function agree(then: Seen, now: Seen, except: ReadonlySet<string>): boolean {
  for (const [path, { hash }] of Object.entries(now.files)) {
    const before = then.files[path];
    if (before && before.hash !== hash && !(except.has(path) && before.hash !== null && hash !== null)) return false;
  }
  return Object.entries(now.folders).every(([path, folder]) => {
    const before = then.folders[path];
    return before === undefined || seemTheSame(before, folder);
  });
}

function seemTheSame(then: SeenFolder, now: SeenFolder): boolean {
  return (
    then.realPath === now.realPath &&
    (then.entries === undefined || now.entries === undefined || then.entries === now.entries) &&
    Object.entries(now.names).every(([name, meaning]) => (then.names[name] ?? meaning) === meaning)
  );
}

/** What was seen then, without what was looked at again, and without the files `except`. */
export function seenOnlyThen(then: Seen, now: Seen, except: ReadonlySet<string>): Seen {
  const files = Object.entries(then.files).filter(([path]) => !(path in now.files) && !except.has(path));
  const folders = Object.entries(then.folders).map(
    ([path, folder]) => [path, withoutLooks(folder, now.folders[path])] as const,
  );
  return { files: Object.fromEntries(files), folders: Object.fromEntries(folders) };
}

function withoutLooks({ names, entries, ...folder }: SeenFolder, again: SeenFolder | undefined): SeenFolder {
  const others = Object.entries(names).filter(([name]) => again?.names[name] === undefined);
  const listed = entries !== undefined && again?.entries === undefined ? { entries } : {};
  return { ...folder, names: Object.fromEntries(others), ...listed };
}

/** Two looks at the same disk as one. */
export function together(then: Seen, now: Seen): Seen {
  const folders = { ...then.folders };
  for (const [path, folder] of Object.entries(now.folders)) {
    const before = then.folders[path];
    folders[path] = before ? { ...before, ...folder, names: { ...before.names, ...folder.names } } : folder;
  }
  return { files: { ...then.files, ...now.files }, folders };
}
