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
 *   module counts for all files. Imports are those that the compiler resolved; those of unchanged files are
 *   known from the run before unless the disk differs in more than the contents of modules.
 *
 * What else a result depends on is in the name and header of its file (`store.ts`): the command line, the
 * versions of Asynclens and of the compiler. Suggested fixes also depend on callers, which no import shows: with
 * them only a run that sees nothing new is answered from the file.
 */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Witness } from '../../engine/witness.ts';
import type { FixesWanted, Linting, Workspace } from '../api.ts';
import { stillRight, toKeep, type Basis, type KeptModule } from './still-right.ts';
import type { Kept, Store } from './store.ts';
import { differences, Trace, type Differences } from './trace.ts';

type State =
  | { readonly kind: 'unopened' }
  | { readonly kind: 'unchanged'; readonly kept: Kept }
  | { readonly kind: 'changed'; readonly workspace: Workspace; readonly trace: Trace; readonly before: Before | undefined };

/** The run before, and what the disk looks like since. */
interface Before {
  readonly kept: Kept;
  readonly modules: ReadonlyMap<string, KeptModule>;
  readonly since: Differences;
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
    const since = kept && differences(kept.seen);
    if (kept && since && !since.structure && since.contents.length === 0) {
      if (since.restamped) this.#keep(kept);
      this.#state = { kind: 'unchanged', kept };
      return kept.files;
    }
    const trace = new Trace();
    const workspace = this.#options.openWorkspace(trace);
    const before = kept && since && { kept, modules: new Map(kept.modules), since };
    this.#state = { kind: 'changed', workspace, trace, before };
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
    const modules = workspace.modules(files, before ? stillKnown(before) : new Map());
    const wanted = new Set(files);
    const reports = stillCounting(before, { seen: trace.seen, modules }, fixes).filter(({ file }) => wanted.has(file));
    yield* reports;
    for (const { file } of reports) wanted.delete(file);
    const linted = wanted.size === 1 ? '1 is linted' : `${wanted.size} are linted`;
    this.#options.log(`Of ${files.length} files ${linted}; the others are as in the run before.`);
    for (const report of workspace.lint([...wanted], fixes)) {
      reports.push(report);
      yield report;
    }
    this.#keepIfWhole({
      seen: trace.seen,
      modules: [...modules].map(([file, module]) => [
        file,
        toKeep(module, trace.looks.get(file) ?? [], before?.modules.get(file), before?.kept.dependences),
      ]),
      dependences: trace.dependences.with(before?.kept.dependences),
      searched: trace.hasSearched || (before?.kept.searched ?? false),
      files,
      reports,
    });
  }

  dispose(): void {
    if (this.#state.kind === 'changed') this.#state.workspace.dispose();
  }

  /** Keeps a result for which all files were linted as they are now. */
  #keepIfWhole(kept: Kept): void {
    const { contents, structure } = differences(kept.seen);
    if (contents.length === 0 && !structure && kept.reports.length === kept.files.length) this.#keep(kept);
  }

  #keep(kept: Kept): void {
    try {
      this.#options.store.save(kept);
    } catch (error) {
      this.#options.notKept(error instanceof Error ? error.message : String(error));
    }
  }
}

/** What need not be linted again. */
function stillCounting(before: Before | undefined, now: Basis, fixes: FixesWanted): FileReport[] {
  if (before === undefined || before.kept.searched || fixes !== 'none') return [];
  const { reports, seen, dependences } = before.kept;
  return stillRight(reports, { seen, modules: before.modules, dependences }, now);
}

/** The modules that are what they were: with the same text, on a disk with the same files. */
function stillKnown({ modules, since: { contents, structure } }: Before): ReadonlyMap<string, Module> {
  if (structure || contents.some(file => !modules.has(file))) return new Map();
  const changed = new Set(contents);
  const unchanged = [...modules].filter(([file]) => !changed.has(file));
  return new Map(unchanged.map(([file, module]) => [file, { ...module, text: undefined }]));
}
