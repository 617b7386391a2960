/** The linters that Asynclens is measured against, in pinned versions, installed into a cache folder. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = {
  oxlint: '1.94.0',
  'oxlint-tsgolint': '7.0.2007',
  eslint: '10.15.0',
  'typescript-eslint': '8.73.0',
  // The newest that typescript-eslint runs on.
  typescript: '6.0.3',
  // What the fixtures of the published rule tests name as their `types`.
  '@types/node': '24.19.2',
  '@types/react': '18.3.31',
} as const;

export type PeerPackage = keyof typeof PACKAGES;

export const versionOf = (name: PeerPackage): string => PACKAGES[name];

/** Where the peers are installed, and what is written for them. */
export interface Peers {
  /** Absolute path of a peer's command. */
  bin(name: string): string;
  /** Absolute path of tsgolint's executable itself, which its command starts by way of one more Node process. */
  readonly tsgolint: string;
  /** Absolute path of the folder with the types that the published suites' fixtures need. */
  readonly types: string;
  /** Writes a configuration next to the peers, so that it can import them. Returns its absolute path. */
  config(name: string, text: string): string;
}

/** The installed peers; installs them when the cache folder has not these versions yet. */
export function installPeers(): Peers {
  const folder = join(process.env.ASYNCLENS_CACHE ?? join(homedir(), '.cache', 'asynclens'), 'bench-peers');
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES }, undefined, 2);
  const done = join(folder, 'installed.json');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== manifest) {
    process.stderr.write(`Installing the linters to compare with into ${folder} …\n`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    // Written last: an installation that broke off is done again.
    writeFileSync(done, manifest);
  }
  return {
    bin: name => join(folder, 'node_modules', '.bin', name),
    tsgolint: join(
      folder,
      'node_modules',
      '@oxlint-tsgolint',
      `${process.platform}-${process.arch}`,
      process.platform === 'win32' ? 'tsgolint.exe' : 'tsgolint',
    ),
    types: join(folder, 'node_modules', '@types'),
    config(name, text) {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    },
  };
}
