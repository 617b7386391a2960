/** What blocks the thread in Node's own modules besides node:fs, and what to call instead. */

import type { BlockingFunction, BlockingTier } from '../facts/blocking-function.ts';
import type { Pack } from './pack.ts';

/** `gzipSync`, which the module has as `gzip` with a callback after the same arguments. */
const withCallback = (
  module: string,
  name: string,
  does: string,
  tier: BlockingTier,
  result?: string,
): BlockingFunction => ({
  name: `${name}Sync`,
  does,
  tier,
  instead: { module, name, how: 'promisify', ...(result && { result }) },
});

/** `scryptSync`, which the module has with a callback, too, but also without the arguments that may be left out. */
const overloaded = (module: string, name: string, does: string, tier: BlockingTier): BlockingFunction => ({
  name: `${name}Sync`,
  does,
  tier,
  instead: { module, name, how: 'callback' },
});

/** `randomBytes`, which answers at once without a callback, and later with one. */
const unlessCallback = (module: string, name: string, does: string, tier: BlockingTier): BlockingFunction => ({
  name,
  does,
  tier,
  unlessCallback: true,
  instead: { module, name, how: 'promisify' },
});

export const nodeChildProcess: Pack = {
  module: 'node:child_process',
  blocking: [
    withCallback('node:child_process', 'exec', 'runs a command', 'blocking', 'stdout'),
    withCallback('node:child_process', 'execFile', 'runs a program', 'blocking', 'stdout'),
    {
      name: 'spawnSync',
      does: 'runs a program',
      otherwise: 'Use `spawn` of `node:child_process`, which gives the process itself, and await its `close` event.',
    },
  ],
};

export const nodeCrypto: Pack = {
  module: 'node:crypto',
  blocking: [
    withCallback('node:crypto', 'argon2', 'derives a key', 'blocking'),
    overloaded('node:crypto', 'checkPrime', 'looks whether a number is prime', 'blocking'),
    withCallback('node:crypto', 'generateKey', 'makes a key', 'cheap'),
    withCallback('node:crypto', 'generateKeyPair', 'makes a pair of keys', 'blocking'),
    overloaded('node:crypto', 'generatePrime', 'looks for a prime', 'blocking'),
    withCallback('node:crypto', 'hkdf', 'derives a key', 'cheap'),
    withCallback('node:crypto', 'pbkdf2', 'derives a key', 'blocking'),
    overloaded('node:crypto', 'randomFill', 'waits for random bytes', 'cheap'),
    overloaded('node:crypto', 'scrypt', 'derives a key', 'blocking'),
    unlessCallback('node:crypto', 'pseudoRandomBytes', 'waits for random bytes', 'cheap'),
    unlessCallback('node:crypto', 'randomBytes', 'waits for random bytes', 'cheap'),
  ],
};

const compression = (names: readonly string[], does: string): BlockingFunction[] =>
  names.map(name => withCallback('node:zlib', name, does, 'cpu'));

export const nodeZlib: Pack = {
  module: 'node:zlib',
  blocking: [
    ...compression(['brotliCompress', 'deflate', 'deflateRaw', 'gzip', 'zstdCompress'], 'compresses data'),
    ...compression(
      ['brotliDecompress', 'gunzip', 'inflate', 'inflateRaw', 'unzip', 'zstdDecompress'],
      'decompresses data',
    ),
    { name: 'ZipBuffer.addSync', does: 'compresses data', tier: 'cpu' },
    { name: 'ZipBuffer.toBufferSync', does: 'writes an archive', tier: 'cpu' },
    { name: 'ZipEntry.contentSync', does: 'decompresses data', tier: 'cpu' },
    { name: 'ZipEntry.createSync', does: 'compresses data', tier: 'cpu' },
    { name: 'ZipFile.addEntrySync', does: 'writes to an archive' },
    { name: 'ZipFile.addSync', does: 'compresses and writes a file' },
    { name: 'ZipFile.closeSync', does: 'writes an archive' },
    { name: 'ZipFile.compactSync', does: 'writes an archive anew' },
    { name: 'ZipFile.deleteSync', does: 'writes to an archive' },
    { name: 'ZipFile.entriesSync', does: 'reads an archive' },
    { name: 'ZipFile.forEachSync', does: 'reads an archive' },
    { name: 'ZipFile.getSync', does: 'reads an archive' },
    { name: 'ZipFile.openSync', does: 'opens an archive' },
    { name: 'ZipFile.valuesSync', does: 'reads an archive' },
  ],
};

export const nodeV8: Pack = {
  module: 'node:v8',
  blocking: [
    { name: 'deserialize', does: 'reads a serialized value', tier: 'cpu' },
    { name: 'getHeapSnapshot', does: 'copies the heap' },
    { name: 'queryObjects', does: 'walks through the heap' },
    { name: 'serialize', does: 'serializes a value', tier: 'cpu' },
    { name: 'takeCoverage', does: 'writes a file' },
    { name: 'writeHeapSnapshot', does: 'writes the heap to a file' },
  ],
};

export const nodeInspector: Pack = {
  module: 'node:inspector',
  blocking: [{ name: 'waitForDebugger', does: 'waits for a debugger' }],
};

export const nodeModule: Pack = {
  module: 'node:module',
  blocking: [
    { name: 'findPackageJSON', does: 'looks for a file', tier: 'cheap' },
    { name: 'flushCompileCache', does: 'writes files' },
    { name: 'stripTypeScriptTypes', does: 'compiles a text', tier: 'cpu' },
  ],
};

export const nodeProcess: Pack = {
  module: 'node:process',
  blocking: [
    { name: 'Process.loadEnvFile', does: 'reads a file' },
    { name: 'ProcessReport.getReport', does: 'collects a report', tier: 'cheap' },
    { name: 'ProcessReport.writeReport', does: 'writes a report to a file' },
  ],
};

const sqlite = (owner: string, names: readonly string[], does: string, tier: BlockingTier): BlockingFunction[] =>
  names.map(name => ({ name: `${owner}.${name}`, does, tier }));

/** The whole module is synchronous. */
export const nodeSqlite: Pack = {
  module: 'node:sqlite',
  blocking: [
    { name: 'DatabaseSync', does: 'opens a database' },
    ...sqlite('DatabaseSync', ['applyChangeset', 'exec'], 'writes to a database', 'blocking'),
    ...sqlite('DatabaseSync', ['deserialize', 'loadExtension', 'open'], 'opens a database', 'blocking'),
    ...sqlite('DatabaseSync', ['serialize'], 'copies a database', 'blocking'),
    ...sqlite('DatabaseSync', ['close', 'prepare'], 'asks a database', 'cheap'),
    ...sqlite('SQLTagStore', ['all', 'get', 'iterate', 'run'], 'asks a database', 'blocking'),
    ...sqlite('Session', ['changeset', 'patchset'], 'collects changes', 'cheap'),
    ...sqlite('StatementSync', ['all', 'get', 'iterate', 'run'], 'asks a database', 'blocking'),
  ],
};
