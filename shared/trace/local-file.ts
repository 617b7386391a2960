/** Recordings name files where they were made, which may have been another machine. */

/**
 * The file that a recording speaks of: itself where it exists, else the file of the longest path of the same end below
 * one of some folders. `undefined` where there is none.
 * @param recorded absolute, with forward slashes, like `folders`
 */
export function localFile(
  recorded: string,
  folders: readonly string[],
  exists: (file: string) => boolean,
): string | undefined {
  if (exists(recorded)) return recorded;
  const parts = recorded.split('/').slice(1);
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join('/');
    const found = folders.map(folder => `${folder}/${end}`).find(exists);
    if (found !== undefined) return found;
  }
  return undefined;
}
