/** The linters that Asynclens is measured against, in pinned versions, installed into a cache folder. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from './installed.ts';

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

/** The release of a peer that is installed. */
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
  const folder = installed('bench-peers', PACKAGES);
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
