/** What blocks the thread in node:fs, and what to call instead. */

import type { BlockingFunction, BlockingTier } from '../facts/blocking-function.ts';
import type { Pack } from './pack.ts';

/** `readFileSync`, which node:fs/promises has as `readFile`, with the same arguments and the same result. */
const inPromises = (name: string, does: string, tier: BlockingTier = 'blocking'): BlockingFunction => ({
  name: `${name}Sync`,
  does,
  tier,
  instead: { module: 'node:fs/promises', name, how: 'promise' },
});

/** `fsyncSync`, whose file is a number, as no function of node:fs/promises takes it: that with a callback is left. */
const byNumber = (name: string, does: string, tier: BlockingTier = 'blocking', result?: string): BlockingFunction => ({
  name: `${name}Sync`,
  does,
  tier,
  instead: { module: 'node:fs', name, how: 'promisify', ...(result && { result }) },
});

export const nodeFs: Pack = {
  module: 'node:fs',
  blocking: [
    inPromises('access', 'looks for a file', 'cheap'),
    inPromises('appendFile', 'writes to a file'),
    inPromises('chmod', 'changes the permissions of a file'),
    inPromises('chown', 'changes the owner of a file'),
    inPromises('copyFile', 'copies a file'),
    inPromises('cp', 'copies files'),
    inPromises('lchmod', 'changes the permissions of a link'),
    inPromises('lchown', 'changes the owner of a link'),
    inPromises('link', 'makes a link'),
    inPromises('lstat', 'looks at a file', 'cheap'),
    inPromises('lutimes', 'changes the times of a link'),
    inPromises('mkdir', 'makes a folder'),
    inPromises('mkdtemp', 'makes a folder'),
    inPromises('opendir', 'opens a folder'),
    inPromises('readFile', 'reads a file'),
    inPromises('readdir', 'reads a folder'),
    inPromises('readlink', 'reads a link', 'cheap'),
    inPromises('realpath', 'resolves a path', 'cheap'),
    inPromises('rename', 'renames a file'),
    inPromises('rm', 'removes files'),
    inPromises('rmdir', 'removes a folder'),
    inPromises('stat', 'looks at a file', 'cheap'),
    inPromises('statfs', 'looks at a file system'),
    inPromises('symlink', 'makes a link'),
    inPromises('truncate', 'cuts off a file'),
    inPromises('unlink', 'removes a file'),
    inPromises('utimes', 'changes the times of a file'),
    inPromises('writeFile', 'writes a file'),
    byNumber('close', 'closes a file', 'cheap'),
    byNumber('fchmod', 'changes the permissions of a file'),
    byNumber('fchown', 'changes the owner of a file'),
    byNumber('fdatasync', 'waits until a file is on the disk'),
    byNumber('fstat', 'looks at a file', 'cheap'),
    byNumber('fsync', 'waits until a file is on the disk'),
    byNumber('ftruncate', 'cuts off a file'),
    byNumber('futimes', 'changes the times of a file'),
    byNumber('open', 'opens a file'),
    // Of what may be left out, `promisify` knows nothing.
    { name: 'readSync', does: 'reads from a file', instead: { module: 'node:fs', name: 'read', how: 'callback' } },
    byNumber('readv', 'reads from a file', 'blocking', 'bytesRead'),
    byNumber('write', 'writes to a file', 'blocking', 'bytesWritten'),
    byNumber('writev', 'writes to a file', 'blocking', 'bytesWritten'),
    // What lets other code run differs in what it is given, or what it returns.
    { name: 'Dir.closeSync', does: 'closes a folder', tier: 'cheap' },
    { name: 'Dir.readSync', does: 'reads a folder' },
    { name: 'Utf8Stream.flushSync', does: 'writes to a file' },
    { name: 'existsSync', does: 'looks for a file', tier: 'cheap' },
    { name: 'globSync', does: 'searches folders' },
    { name: 'mkdtempDisposableSync', does: 'makes a folder' },
    // `realpathSync.native`; its namesake beside `realpath` takes a callback.
    {
      name: 'native',
      does: 'resolves a path',
      tier: 'cheap',
      unlessCallback: true,
      instead: { module: 'node:fs/promises', name: 'realpath', how: 'promise' },
    },
  ],
};
