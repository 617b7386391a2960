/** Keeps the result of one command line in a file. */

import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { kindOf } from '../../engine/disk.ts';
import type { FileReport } from '../../../shared/finding.ts';
import type { UnreadTsconfig } from '../api.ts';
import type { Search } from '../from-elsewhere.ts';
import { KeptFile } from './kept-file.ts';
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
  /** The modules of each program, by their places in the list above. */
  readonly programs: readonly (readonly [name: string, modules: readonly number[]])[];
  /** The files that count for all others. */
  readonly shared: readonly string[];
  /** What was learnt of files from others that they do not import. */
  readonly learnt: readonly (readonly [file: string, learnt: string])[];
  readonly searches: readonly (readonly [project: string, searches: readonly Search[]])[];
  /** The names of rules whose findings depend on more than the bodies that they looked into. */
  readonly around: readonly string[];
  /** Whether some finding depends on all uses of a declaration. */
  readonly searched: boolean;
}

/** All that is kept of a run. Most runs see the same, and spare what it costs to read the grounds. */
export interface Kept {
  readonly answer: Answer;
  readonly grounds: () => Grounds;
}

export class Store {
  readonly #kept: KeptFile;

  /**
   * @param folder is made when something is kept
   * @param version of Asynclens
   * @param command all that a result depends on and that is not on the disk
   */
  constructor(folder: string, version: string, command: readonly unknown[]) {
    this.#kept = new KeptFile(folder, '.results', version, command);
  }

  /** `undefined` when nothing was kept, or what was kept is broken or another version's. */
  load(): Kept | undefined {
    const body = this.#kept.load();
    if (body === undefined) return undefined;
    const [answer, grounds] = body.split('\n') as [string, string];
    return { answer: JSON.parse(answer) as Answer, grounds: () => JSON.parse(grounds) as Grounds };
  }

  /** @throws Error when the folder cannot be written to */
  save(answer: Answer, grounds: Grounds): void {
    this.#kept.save(`${JSON.stringify(answer)}\n${JSON.stringify(grounds)}`);
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
