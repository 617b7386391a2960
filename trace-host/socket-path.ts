/** Where a listener's socket lies. */

import { posix } from 'node:path';

/**
 * The address of a local socket, to be made in `folder` under a name that nobody else has: on Windows, where sockets
 * are named pipes, these are in a place of their own, and are gone with whoever listens.
 */
export const socketPath = (folder: string, name: string, platform: NodeJS.Platform = process.platform): string =>
  platform === 'win32' ? `\\\\.\\pipe\\asynclens-${name}` : posix.join(folder, name);
