/** Keeps the result of one command line in a file. */

import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { kindOf } from '../../engine/disk.ts';
import { COMPILER_VERSION } from '../../engine/find-compiler.ts';
import type { FileReport } from '../../../shared/finding.ts';
import type { UnreadTsconfig } from '../api.ts';
import type { Search } from '../from-elsewhere.ts';
import type { Seen } from './seen.ts';
import type { KeptModule } from './still-right.ts';

/** What a run said, and what it saw: enough for one that sees the same. */
export interface Answer {
  readonly seen: Seen;
  /** What there was to check, in its order. */
  readonly files: readonly string[];
  readonly reports: readonly FileReport[];
  readonly unreadTsconfigs: readonly UnreadTsconfig[];
}

/** What tells which reports count for a run that sees something else. */
export interface Grounds {
  readonly modules: readonly (readonly [file: string, module: KeptModule])[];
  /** The files that count for all others. */
  readonly shared: readonly string[];
  /** What was learnt of files from others that they do not import. */
  readonly learnt: readonly (readonly [file: string, learnt: string])[];
  readonly searches: readonly (readonly [project: string, searches: readonly Search[]])[];
  /** Whether some finding depends on all uses of a declaration. */
  readonly searched: boolean;
}

/** All that is kept of a run. Most runs see the same, and spare what it costs to read the grounds. */
export interface Kept {
  readonly answer: Answer;
  readonly grounds: () => Grounds;
}

/** Command lines differ in paths and options; the results of those used last are kept. */
const MOST_FILES = 20;
const SUFFIX = '.results';

export class Store {
  readonly #file: string;
  readonly #header: string;

  /**
   * @param folder is made when something is kept
   * @param version of Asynclens
   * @param command all that a result depends on and that is not on the disk
   */
  constructor(folder: string, version: string, command: readonly unknown[]) {
    const name = digest(JSON.stringify(command)).slice(0, 24);
    this.#file = join(folder, `${name}${SUFFIX}`);
    this.#header = `asynclens ${version} ${buildOf()} typescript ${COMPILER_VERSION} ${process.platform} ${name}`;
  }

  /** `undefined` when nothing was kept, or what was kept is broken or another version's. */
  load(): Kept | undefined {
    const text = textOf(this.#file);
    const end = `${this.#header}\n`.length;
    const body = text?.slice(end + DIGEST_LENGTH);
    if (text === undefined || body === undefined) return undefined;
    if (text.slice(0, end + DIGEST_LENGTH) !== `${this.#header}\n${digest(body)}\n`) return undefined;
    const [answer, grounds] = body.split('\n') as [string, string];
    return { answer: JSON.parse(answer) as Answer, grounds: () => JSON.parse(grounds) as Grounds };
  }

  /** @throws Error when the folder cannot be written to */
  save(answer: Answer, grounds: Grounds): void {
    const folder = dirname(this.#file);
    mkdirSync(folder, { recursive: true });
    const body = `${JSON.stringify(answer)}\n${JSON.stringify(grounds)}`;
    // Written aside and then renamed, it is there as a whole or not at all.
    const aside = `${this.#file}.${process.pid}`;
    try {
      writeFileSync(aside, `${this.#header}\n${digest(body)}\n${body}`);
      renameSync(aside, this.#file);
    } catch (error) {
      rmSync(aside, { force: true });
      throw error;
    }
    removeOldest(folder);
  }
}

/** `node_modules/.cache/asynclens` where the working directory lies in a package, else a folder of the user's. */
export function defaultFolder(cwd: string): string {
  for (let at = cwd; ; at = dirname(at)) {
    const packages = join(at, 'node_modules');
    if (kindOf(packages) === 'folder') return join(packages, '.cache', 'asynclens');
    if (dirname(at) === at) return join(ownCacheFolder(), 'asynclens');
  }
}

function ownCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).filter(name => name.includes(SUFFIX)).map(name => join(folder, name));
  if (files.length <= MOST_FILES) return;
  const age = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const oldestLast = files.map(file => ({ file, at: age(file) })).toSorted((a, b) => b.at - a.at);
  for (const { file } of oldestLast.slice(MOST_FILES)) rmSync(file, { force: true });
}

/** A development build differs from the one before without another version. */
function buildOf(): string {
  const { size, mtimeMs } = statSync(new URL(import.meta.url));
  return `${size}.${mtimeMs}`;
}

const digest = (text: string): string => hash('sha256', text, 'hex');
const DIGEST_LENGTH = digest('').length + 1;

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
