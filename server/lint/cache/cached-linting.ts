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
 * - Something differs: the compiler loads the projects, and a file is linted when it changed, when a body changed that
 *   a rule looked into for it, or when it imports, directly or not, a module that looks different from outside
 *   (`still-right.ts`). A module looks the same when only bodies changed (`outline.ts`), and the compiler infers the
 *   same types from them for functions that do not say what they return (`inferred-types.ts`). What is not a
 *   module counts for all files, and so does what it imports (`dependencies.ts`). Imports are those that the compiler
 *   resolved; those of unchanged files are known from the run before unless this one saw something else on the disk.
 *   What a rule learns from files that nobody imports is compared. It is found out again only where an edit may have to do
 *   with it (`from-elsewhere.ts`).
 * - Only what modules hold differs, and they import what they did: the compiler takes the same steps as before, so it
 *   need not ask us, and each file belongs to the project that it belonged to (`body-edits.ts`). Where bodies alone were
 *   edited, rules look only at the functions for which something may have changed (`kept-parts.ts`).
 *
 * Files may change at any time. What this run saw is compared with what the one before saw, never what the disk had
 * a moment earlier; and nothing is kept of a run during which something was written.
 *
 * What else a result depends on is in the name and header of its file (`store.ts`): the command line, the
 * versions of Asynclens and of the compiler. Suggested fixes also depend on callers, which no import shows: with
 * them only a run that sees nothing new is answered from the file.
 */

import type { FileReport, Fix } from '../../../shared/finding.ts';
import type { FixesWanted, Linting, RunWitness, UnreadTsconfig, WarningQuery, Workspace } from '../api.ts';
import { planAfterEdits, seemToImportTheSame } from './body-edits.ts';
import { compareWithDisk, isUntouchedOnDisk, together } from './differences.ts';
import { beforeOf, nothingRight, planFor, type Before, type Plan } from './plan.ts';
import type { Seen } from './seen.ts';
import type { Answer, Grounds, Store } from './store.ts';
import { Trace } from './trace.ts';

type State =
  | { readonly kind: 'unopened' }
  | { readonly kind: 'unchanged'; readonly answer: Answer }
  /** Some files hold something else than before, and nothing else differs: they may be all that has to be loaded. */
  | {
      readonly kind: 'edited';
      readonly answer: Answer;
      readonly before: Before;
      readonly now: Seen;
      readonly paths: Paths;
    }
  | Changed;

interface Changed {
  readonly kind: 'changed';
  readonly workspace: Workspace;
  readonly trace: Trace;
  readonly before: Before | undefined;
  /** That of the run before, where all projects are as they were. */
  readonly answer: Answer | undefined;
}

type Paths = Parameters<Linting['filesUnder']>;

export interface CachedLintingOptions {
  readonly store: Store;
  readonly openWorkspace: (witness: RunWitness) => Workspace;
  /** The result could not be kept; the message says why. */
  readonly notKept: (reason: string) => void;
  readonly log: (line: string) => void;
}

export class CachedLinting implements Linting {
  readonly #options: CachedLintingOptions;
  #state: State = { kind: 'unopened' };
  /** Where nothing changed, but something is to be mended that no run has kept. */
  #mending: Workspace | undefined;

  constructor(options: CachedLintingOptions) {
    this.#options = options;
  }

  filesUnder(...paths: Paths): readonly string[] {
    const kept = this.#options.store.load();
    const compared = kept && compareWithDisk(kept.answer.seen);
    if (kept && (compared?.kind === 'same' || compared?.kind === 'restamped')) {
      if (compared.kind === 'restamped') this.#keep(kept.answer, kept.grounds());
      this.#state = { kind: 'unchanged', answer: kept.answer };
      return kept.answer.files;
    }
    const before = kept && beforeOf(kept);
    if (before && compared?.kind === 'edited' && !before.searched && seemToImportTheSame(before, compared.now)) {
      this.#state = { kind: 'edited', answer: kept.answer, before, now: compared.now, paths };
      return kept.answer.files;
    }
    return this.#open(paths, before).files;
  }

  configProblems(): ReturnType<Workspace['configProblems']> {
    // A run with such problems is not kept.
    return this.#state.kind === 'changed' ? this.#state.workspace.configProblems() : [];
  }

  unreadTsconfigs(): readonly UnreadTsconfig[] {
    const state = this.#state;
    if (state.kind === 'unopened') return [];
    if (state.kind === 'changed' && !state.answer) return state.workspace.unreadTsconfigs();
    return state.answer!.unreadTsconfigs;
  }

  *lint(files: readonly string[], fixes: FixesWanted): Iterable<FileReport> {
    const state = this.#state;
    if (state.kind === 'unopened') throw new Error('Files are linted after they were found: call filesUnder first.');
    if (state.kind === 'unchanged') {
      yield* state.answer.reports;
      return;
    }
    const { changed, plan } = this.#plan(state, files, fixes);
    const { workspace, trace, before } = changed;
    const wanted = new Set(files);
    const reports = plan.reports.filter(({ file }) => wanted.has(file));
    yield* reports;
    for (const { file } of reports) wanted.delete(file);
    const linted = wanted.size === 1 ? '1 is linted' : `${wanted.size} are linted`;
    this.#options.log(`Of ${files.length} files ${linted}; the others are as in the run before.`);
    trace.know(plan.parts);
    for (const report of workspace.lint([...wanted], fixes)) {
      reports.push(report);
      yield report;
    }
    const { modules, programs, shared, fromElsewhere } = plan.grounds();
    const partsOf = (file: string) =>
      wanted.has(file) ? trace.partsOf(file) : (before?.modules.get(file)?.parts ?? []);
    const seen = together(plan.seen, trace.seen);
    const answer = { seen, files, reports, unreadTsconfigs: this.unreadTsconfigs() };
    // What was linted may have changed meanwhile, or not have been there.
    if (reports.length < files.length || !isUntouchedOnDisk(seen)) return;
    const places = new Map([...modules.keys()].map((file, i) => [file, i]));
    this.#keep(answer, {
      modules: [...modules].map(([file, { text: _, ...module }]) => [file, { ...module, parts: partsOf(file) }]),
      programs: [...programs].map(([name, inside]) => [name, inside.flatMap(file => places.get(file) ?? [])]),
      shared,
      learnt: [...fromElsewhere.learnt],
      searches: [...fromElsewhere.searches],
      around: [...new Set([...trace.around, ...(before?.around ?? [])])],
      searched: trace.hasSearched,
    });
  }

  warningFixes(file: string, warning: WarningQuery): readonly Fix[] {
    if (this.#state.kind === 'changed' && !this.#state.answer) return this.#state.workspace.warningFixes(file, warning);
    this.#mending ??= this.#options.openWorkspace(new Trace());
    return this.#mending.warningFixes(file, warning);
  }

  dispose(): void {
    if (this.#state.kind === 'changed') this.#state.workspace.dispose();
    this.#mending?.dispose();
  }

  #plan(
    state: Extract<State, { kind: 'edited' | 'changed' }>,
    files: readonly string[],
    fixes: FixesWanted,
  ): { changed: Changed; plan: Plan } {
    if (state.kind === 'edited' && fixes === 'none') {
      const changed = this.#start(new Trace(undefined, state.now), state.before, state.answer);
      const plan = planAfterEdits(state.before, changed.trace.seen, changed.workspace, files);
      if (plan) return { changed, plan };
      changed.workspace.dispose();
    }
    const changed = state.kind === 'edited' ? this.#open(state.paths, state.before).changed : state;
    const { workspace, trace, before } = changed;
    const mayCount = before && !before.searched && fixes === 'none';
    const plan = mayCount ? planFor(before, trace.seen, workspace, files) : nothingRight(workspace, trace.seen, files);
    return { changed, plan };
  }

  /** Starts to look at everything. */
  #open(paths: Paths, before: Before | undefined): { readonly changed: Changed; readonly files: readonly string[] } {
    const changed = this.#start(new Trace(before?.seen), before, undefined);
    return { changed, files: changed.workspace.filesUnder(...paths) };
  }

  #start(trace: Trace, before: Before | undefined, answer: Answer | undefined): Changed {
    return (this.#state = { kind: 'changed', workspace: this.#options.openWorkspace(trace), trace, before, answer });
  }

  #keep(answer: Answer, grounds: Grounds): void {
    try {
      this.#options.store.save(answer, grounds);
    } catch (error) {
      this.#options.notKept(error instanceof Error ? error.message : String(error));
    }
  }
}
