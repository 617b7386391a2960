/** Functions of packages that block the thread, and what the same packages have for it instead. */

import type { BlockingFunction, BlockingTier } from '../facts/blocking-function.ts';
import type { Pack } from './pack.ts';

/** A function and its namesake, which takes the same and returns a promise of the same. */
interface Pair {
  readonly sync: string;
  readonly promise: string;
  readonly does: string;
  readonly tier?: BlockingTier | undefined;
}

const pairsIn = (module: string, pairs: readonly Pair[]): BlockingFunction[] =>
  pairs.map(({ sync, promise, does, tier = 'blocking' }) => ({
    name: sync,
    does,
    tier,
    instead: { module, name: promise, how: 'promise' },
  }));

/** A package whose functions are called `…Sync`, and the same without it. */
const named = (module: string, does: Readonly<Record<string, string>>, tier?: BlockingTier): BlockingFunction[] =>
  pairsIn(
    module,
    Object.entries(does).map(([promise, what]) => ({ sync: `${promise}Sync`, promise, does: what, tier })),
  );

const alone = (names: readonly string[], does: string, tier: BlockingTier = 'blocking'): BlockingFunction[] =>
  names.map(name => ({ name, does, tier }));

const FS_EXTRA = {
  copy: 'copies files',
  createFile: 'writes a file',
  createLink: 'makes a link',
  createSymlink: 'makes a link',
  emptyDir: 'removes files',
  emptydir: 'removes files',
  ensureDir: 'makes a folder',
  ensureFile: 'writes a file',
  ensureLink: 'makes a link',
  ensureSymlink: 'makes a link',
  mkdirp: 'makes a folder',
  mkdirs: 'makes a folder',
  move: 'moves files',
  outputFile: 'writes a file',
  outputJSON: 'writes a file',
  outputJson: 'writes a file',
  readJSON: 'reads a file',
  readJson: 'reads a file',
  remove: 'removes files',
  writeJSON: 'writes a file',
  writeJson: 'writes a file',
};

const files: readonly Pack[] = [
  {
    module: 'fs-extra',
    blocking: [...named('fs-extra', FS_EXTRA), ...named('fs-extra', { pathExists: 'looks for a file' }, 'cheap')],
  },
  { module: 'cosmiconfig', blocking: alone(['PublicExplorerSync.load', 'PublicExplorerSync.search'], 'reads a file') },
  {
    module: 'fast-glob',
    blocking: pairsIn('fast-glob', [
      { sync: 'globSync', promise: 'glob', does: 'searches folders' },
      { sync: 'sync', promise: 'glob', does: 'searches folders' },
    ]),
  },
  {
    module: 'find-up',
    blocking: named('find-up', {
      findDown: 'looks for files',
      findUp: 'looks for a file',
      findUpMultiple: 'looks for files',
    }),
  },
  {
    module: 'glob',
    blocking: [
      ...pairsIn('glob', [
        { sync: 'globSync', promise: 'glob', does: 'searches folders' },
        { sync: 'sync', promise: 'glob', does: 'searches folders' },
      ]),
      ...alone(['Glob.iterateSync', 'Glob.walkSync', 'globIterateSync'], 'searches folders'),
    ],
  },
  { module: 'globby', blocking: named('globby', { globby: 'searches folders', isGitIgnored: 'searches folders' }) },
  { module: 'jsonfile', blocking: named('jsonfile', { readFile: 'reads a file', writeFile: 'writes a file' }) },
  {
    module: 'mkdirp',
    blocking: pairsIn('mkdirp', [
      { sync: 'mkdirpSync', promise: 'mkdirp', does: 'makes a folder' },
      { sync: 'sync', promise: 'mkdirp', does: 'makes a folder' },
    ]),
  },
  { module: 'read-package-up', blocking: named('read-package-up', { readPackageUp: 'reads a file' }) },
  { module: 'resolve', blocking: alone(['sync'], 'looks for a module') },
  {
    module: 'rimraf',
    blocking: pairsIn('rimraf', [
      { sync: 'rimrafSync', promise: 'rimraf', does: 'removes files' },
      { sync: 'sync', promise: 'rimraf', does: 'removes files' },
    ]),
  },
  { module: 'tinyglobby', blocking: named('tinyglobby', { glob: 'searches folders' }) },
  {
    module: 'tmp',
    blocking: [
      ...alone(['dirSync'], 'makes a folder'),
      ...alone(['fileSync'], 'makes a file'),
      ...alone(['tmpNameSync'], 'looks for a name', 'cheap'),
    ],
  },
  { module: 'which', blocking: alone(['sync'], 'looks for a program') },
  { module: 'write-file-atomic', blocking: alone(['sync'], 'writes a file') },
];

const SHELL = 'cat chmod cp find grep head ln ls mkdir mv rm sed sort tail touch uniq'.split(' ');

const processes: readonly Pack[] = [
  { module: 'cross-spawn', blocking: alone(['sync'], 'runs a program') },
  { module: 'deasync', blocking: alone(['loopWhile', 'runLoopOnce', 'sleep'], 'holds up all code before it') },
  {
    module: 'execa',
    blocking: pairsIn('execa', [
      { sync: 'execaCommandSync', promise: 'execaCommand', does: 'runs a program' },
      { sync: 'execaSync', promise: 'execa', does: 'runs a program' },
    ]),
  },
  {
    module: 'shelljs',
    blocking: [
      { name: 'exec', does: 'runs a command', unlessCallback: true },
      ...alone(SHELL, 'works on files'),
      ...alone(['which'], 'looks for a program'),
    ],
  },
  { module: 'sync-request', blocking: alone(['default'], 'asks a server') },
];

const BCRYPT = { compare: 'compares a password', genSalt: 'waits for random bytes', hash: 'hashes a password' };

const secrets: readonly Pack[] = [
  { module: 'bcrypt', blocking: named('bcrypt', BCRYPT) },
  { module: 'bcryptjs', blocking: named('bcryptjs', BCRYPT) },
  { module: '@node-rs/bcrypt', blocking: named('@node-rs/bcrypt', { ...BCRYPT, verify: 'compares a password' }) },
  {
    module: 'jsonwebtoken',
    blocking: [
      { name: 'sign', does: 'signs a token', tier: 'cheap', unlessCallback: true },
      { name: 'verify', does: 'verifies a token', tier: 'cheap', unlessCallback: true },
    ],
  },
];

const compilers: readonly Pack[] = [
  {
    module: '@babel/core',
    blocking: pairsIn('@babel/core', [
      { sync: 'parseSync', promise: 'parseAsync', does: 'parses a program', tier: 'cpu' },
      { sync: 'transformFileSync', promise: 'transformFileAsync', does: 'reads and compiles a file' },
      { sync: 'transformFromAstSync', promise: 'transformFromAstAsync', does: 'compiles a program', tier: 'cpu' },
      { sync: 'transformSync', promise: 'transformAsync', does: 'compiles a program', tier: 'cpu' },
    ]),
  },
  {
    module: '@swc/core',
    blocking: [
      ...named('@swc/core', { parseFile: 'reads and parses a file', transformFile: 'reads and compiles a file' }),
      ...named('@swc/core', { minify: 'compresses a program', transform: 'compiles a program' }, 'cpu'),
    ],
  },
  {
    module: 'esbuild',
    blocking: [
      ...named('esbuild', { build: 'builds a program' }),
      ...named('esbuild', { transform: 'compiles a program' }, 'cpu'),
    ],
  },
  {
    module: 'pug',
    blocking: [
      { name: 'compileFile', does: 'reads a file' },
      { name: 'renderFile', does: 'reads a file', unlessCallback: true },
    ],
  },
  {
    module: 'sass',
    blocking: pairsIn('sass', [
      { sync: 'compile', promise: 'compileAsync', does: 'reads and compiles files' },
      { sync: 'compileString', promise: 'compileStringAsync', does: 'compiles a style sheet', tier: 'cpu' },
    ]),
  },
];

const SQL = [
  'Database.exec',
  'Database.pragma',
  'Statement.all',
  'Statement.get',
  'Statement.iterate',
  'Statement.run',
];

const databases: readonly Pack[] = [{ module: 'better-sqlite3', blocking: alone(SQL, 'asks a database') }];

const images: readonly Pack[] = [
  {
    module: 'jpeg-js',
    blocking: [...alone(['decode'], 'decodes an image', 'cpu'), ...alone(['encode'], 'encodes an image', 'cpu')],
  },
  {
    module: 'pngjs',
    blocking: [
      {
        name: 'read',
        does: 'decodes an image',
        tier: 'cpu',
        otherwise: 'Use `parse` of a `PNG`, which inflates in the background.',
      },
      {
        name: 'write',
        does: 'encodes an image',
        tier: 'cpu',
        otherwise: 'Use `pack` of the image, which deflates in the background.',
      },
    ],
  },
];

export const SYNCHRONOUS: readonly Pack[] = [...files, ...processes, ...secrets, ...compilers, ...databases, ...images];
