// Programs that development needs and the product does not: made once, kept in the user's cache folder.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../trace-host/running.ts';

/** Where the programs are kept: `ASYNCLENS_CACHE`, else the operating system's cache folder of the user. */
export const cacheFolder = process.env['ASYNCLENS_CACHE'] ?? join(userCacheFolder(), 'asynclens');

function userCacheFolder(): string {
  switch (process.platform) {
    case 'win32':
      return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
    case 'darwin':
      return join(homedir(), 'Library', 'Caches');
    default:
      return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  }
}

/**
 * The folder `name` of the cache. Where it is missing, `fill` makes its contents under another name first:
 * a folder that has its real name is complete, however an earlier run ended.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers(name);
  const part = `${folder}.part-${process.pid}`;
  try {
    await mkdir(part);
    await fill(part);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another process may have filled the folder meanwhile.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Removes what interrupted runs left behind. */
async function removeLeftovers(name: string): Promise<void> {
  for (const entry of await readdir(cacheFolder)) {
    const pid = entry.startsWith(`${name}.part-`) ? Number(entry.slice(`${name}.part-`.length)) : undefined;
    if (pid !== undefined && !isRunning(pid)) await rm(join(cacheFolder, entry), { recursive: true, force: true });
  }
}
