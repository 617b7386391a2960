/** Packages that only benchmarks and comparisons need: installed on first use, into the user's cache folder. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder below the cache with exactly these packages in its `node_modules`, absolute.
 * @param dependencies versions by package, as in a `package.json`
 */
export function installed(name: string, dependencies: Readonly<Record<string, string>>): string {
  const folder = join(process.env.ASYNCLENS_CACHE ?? join(homedir(), '.cache', 'asynclens'), name);
  const manifest = JSON.stringify({ private: true, dependencies }, undefined, 2);
  const done = join(folder, 'installed.json');
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return folder;
  process.stderr.write(`Installing ${Object.keys(dependencies).length} packages into ${folder} …\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Written last: an installation that broke off is done again.
  writeFileSync(done, manifest);
  return folder;
}
