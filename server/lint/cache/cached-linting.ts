/**
 * Lints like a workspace, and takes from the run before what is still right.
 *
 * A run is a function of what it sees on the disk: file contents, what exists, what folders hold, where links
 * lead. The compiler asks us for each of these, so the list of its questions, with their answers, is complete
 * by construction: imports that were looked for in vain are on it, and so are `package.json` and tsconfig files,
 * the folders of `include`, and `asynclens.json`, there or not. We need not know how modules are resolved.
 *
 * - All answers are the same: so is the result, and the compiler is not even started. Stamps (size, times, inode)
 *   answer for most; contents are hashed where a stamp is new or too young to tell.
 * - Something differs: the compiler loads the projects, and a file is linted when it changed, or when it imports,
 *   directly or not, a module that looks different from outside (`still-right.ts`). A module looks the same when only
 *   bodies changed that no type outside depends on (`outline.ts`) and that no rule looked into. What is not a
 *   module counts for all files, and so does what it imports (`dependencies.ts`). Imports are those that the compiler
 *   resolved; those of unchanged files are known from the run before unless this one saw something else on the disk.
 *
 * Files may change at any time. What this run saw is compared with what the one before saw, never what the disk had
 * a moment earlier; and nothing is kept of a run during which something was written.
 *
 * What else a result depends on is in the name and header of its file (`store.ts`): the command line, the
 * versions of Asynclens and of the compiler. Suggested fixes also depend on callers, which no import shows: with
 * them only a run that sees nothing new is answered from the file.
 */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Witness } from '../../engine/witness.ts';
import type { FixesWanted, Linting, Workspace } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { agree, compareWithDisk, isUntouchedOnDisk, seenOnlyThen, together } from './differences.ts';
import type { Seen } from './seen.ts';
import { localOf, stillRight, toKeep, type KeptBasis } from './still-right.ts';
import type { Kept, Store } from './store.ts';
import { Trace } from './trace.ts';

type State =
  | { readonly kind: 'unopened' }
  | { readonly kind: 'unchanged'; readonly kept: Kept }
  | {
      readonly kind: 'changed';
      readonly workspace: Workspace;
      readonly trace: Trace;
      readonly before: Before | undefined;
    };

/** The run before. */
interface Before extends KeptBasis {
  readonly reports: readonly FileReport[];
  readonly searched: boolean;
}

export interface CachedLintingOptions {
  readonly store: Store;
  readonly openWorkspace: (witness: Witness) => Workspace;
  /** The result could not be kept; the message says why. */
  readonly notKept: (reason: string) => void;
  readonly log: (line: string) => void;
}

export class CachedLinting implements Linting {
  readonly #options: CachedLintingOptions;
  #state: State = { kind: 'unopened' };

  constructor(options: CachedLintingOptions) {
    this.#options = options;
  }

  filesUnder(paths: readonly string[], project?: string): readonly string[] {
    const kept = this.#options.store.load();
    const now = kept && compareWithDisk(kept.seen);
    if (kept && now !== 'different') {
      if (now === 'restamped') this.#keep(kept);
      this.#state = { kind: 'unchanged', kept };
      return kept.files;
    }
    const trace = new Trace();
    const workspace = this.#options.openWorkspace(trace);
    this.#state = { kind: 'changed', workspace, trace, before: kept && { ...kept, modules: new Map(kept.modules) } };
    return workspace.filesUnder(paths, project);
  }

  configProblems(): ReturnType<Workspace['configProblems']> {
    // A run with such problems is not kept.
    return this.#state.kind === 'changed' ? this.#state.workspace.configProblems() : [];
  }

  *lint(files: readonly string[], fixes: FixesWanted): Iterable<FileReport> {
    const state = this.#state;
    if (state.kind === 'unopened') throw new Error('Files are linted after they were found: call filesUnder first.');
    if (state.kind === 'unchanged') {
      yield* state.kept.reports;
      return;
    }
    const { workspace, trace, before } = state;
    const dependencies = workspace.dependencies(files, () => (before ? stillKnown(before, trace.seen) : new Map()));
    const wanted = new Set(files);
    const still = stillCounting(before, trace.seen, dependencies, fixes);
    const reports = still.reports.filter(({ file }) => wanted.has(file));
    yield* reports;
    for (const { file } of reports) wanted.delete(file);
    const linted = wanted.size === 1 ? '1 is linted' : `${wanted.size} are linted`;
    this.#options.log(`Of ${files.length} files ${linted}; the others are as in the run before.`);
    for (const report of workspace.lint([...wanted], fixes)) {
      reports.push(report);
      yield report;
    }
    this.#keepIfWhole({
      seen: together(still.seen, trace.seen),
      modules: [...dependencies.modules].map(([file, module]) => [
        file,
        toKeep(module, trace.looks.get(file) ?? [], before?.modules.get(file), before?.dependences),
      ]),
      shared: dependencies.shared,
      dependences: trace.dependences.with(before?.dependences),
      searched: trace.hasSearched,
      files,
      reports,
    });
  }

  dispose(): void {
    if (this.#state.kind === 'changed') this.#state.workspace.dispose();
  }

  /** Keeps a result for which all files were linted as they are now. */
  #keepIfWhole(kept: Kept): void {
    if (kept.reports.length === kept.files.length && isUntouchedOnDisk(kept.seen)) this.#keep(kept);
  }

  #keep(kept: Kept): void {
    try {
      this.#options.store.save(kept);
    } catch (error) {
      this.#options.notKept(error instanceof Error ? error.message : String(error));
    }
  }
}

interface StillCounting {
  readonly reports: readonly FileReport[];
  /** What these depend on and this run did not look at. */
  readonly seen: Seen;
}

const NONE: StillCounting = { reports: [], seen: { files: {}, folders: {} } };

/** What need not be linted again. */
function stillCounting(
  before: Before | undefined,
  now: Seen,
  dependencies: Dependencies,
  fixes: FixesWanted,
): StillCounting {
  if (before === undefined || before.searched || fixes !== 'none') return NONE;
  // To answer a question the compiler may look at the disk. What it saw then has to be there also if nobody asks again.
  const seen = seenOnlyThen(before.seen, now, new Set(before.modules.keys()));
  if (compareWithDisk(seen) === 'different') return NONE;
  const reports = stillRight(before.reports, before, { ...dependencies, seen: now }, dependencies.projects);
  return reports.length === 0 ? NONE : { reports, seen };
}

/** The modules that are what they were: with the same text, on a disk that looked the same otherwise. */
function stillKnown(before: Before, now: Seen): ReadonlyMap<string, Module> {
  const { seen, modules } = before;
  if (!agree(seen, now, localOf(before))) return new Map();
  const unchanged = [...modules].filter(([file]) => now.files[file]?.hash === seen.files[file]?.hash);
  return new Map(unchanged.map(([file, module]) => [file, { ...module, text: undefined }]));
}
