/** Where the shim keeps what it has found out of source code, from one run to the next. */

import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files that change leave plans behind that nobody needs: the oldest go when there are more. */
const MOST_PLANS = 5000;

/**
 * A folder for plans of this build of the shim, below `cache`; those of other builds are removed. `undefined` where it
 * cannot be made: the program then starts as slowly as the first time.
 */
export async function plansFolder(cache: string, shim: string): Promise<string | undefined> {
  const all = join(cache, 'plans');
  const parts = await Promise.all([shim, join(dirname(shim), 'shim-parser.cjs')].map(it => stat(it)));
  const build = parts.map(({ size, mtimeMs }) => `${size}-${mtimeMs}`).join('-');
  const folder = join(all, build);
  try {
    await mkdir(folder, { recursive: true });
    const others = (await readdir(all)).filter(it => it !== build);
    await Promise.all(others.map(it => rm(join(all, it), { recursive: true, force: true })));
    await removeOldest(folder);
    return folder;
  } catch {
    return undefined;
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MOST_PLANS) return;
  const files = names.map(name => join(folder, name));
  const dated = await Promise.all(files.map(async file => ({ file, at: (await stat(file)).mtimeMs })));
  const oldest = dated.toSorted((a, b) => a.at - b.at).slice(0, names.length - MOST_PLANS / 2);
  await Promise.all(oldest.map(({ file }) => rm(file, { force: true })));
}
