/** Where results are kept between runs, and which command lines have the same. */

import { resolve } from 'node:path';
import { defaultFolder } from '../server/lint/cache/store.ts';
import type { CacheUse, CheckOptions } from './check-options.ts';

/** The folder to keep results in. Absolute; it need not exist. */
export function cacheFolder(cache: CacheUse, cwd: string): string {
  const given = cache.kind === 'kept' ? cache.folder : undefined;
  return given === undefined ? defaultFolder(cwd) : resolve(cwd, given);
}

/** Equal for command lines that find the same in the same files. */
export function resultKey(
  { paths, project, config, preset, rules, format }: CheckOptions,
  cwd: string,
): readonly unknown[] {
  return [cwd, paths, project, config, preset, rules, format];
}
