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
import type { Known } from '../dependencies.ts';
import type { FromElsewhere } from '../from-elsewhere.ts';
import { agree, compareWithDisk, isUntouchedOnDisk, seenOnlyThen, together } from './differences.ts';
import type { KnownParts } from './kept-parts.ts';
import { linkedPackages, type Seen } from './seen.ts';
import { doubtfulFiles, editedInBodies, knownParts, stillRight, type KeptBasis } from './still-right.ts';
import type { Answer, Grounds, Kept, Store } from './store.ts';
import { Trace } from './trace.ts';

type State =
  | { readonly kind: 'unopened' }
  | { readonly kind: 'unchanged'; readonly answer: Answer }
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

  filesUnder(paths: readonly string[], project?: string): readonly string[] {
    const kept = this.#options.store.load();
    const now = kept && compareWithDisk(kept.answer.seen);
    if (kept && now !== 'different') {
      if (now === 'restamped') this.#keep(kept.answer, kept.grounds());
      this.#state = { kind: 'unchanged', answer: kept.answer };
      return kept.answer.files;
    }
    const trace = new Trace(kept?.answer.seen);
    const workspace = this.#options.openWorkspace(trace);
    this.#state = { kind: 'changed', workspace, trace, before: kept && beforeOf(kept) };
    return workspace.filesUnder(paths, project);
  }

  configProblems(): ReturnType<Workspace['configProblems']> {
    // A run with such problems is not kept.
    return this.#state.kind === 'changed' ? this.#state.workspace.configProblems() : [];
  }

  unreadTsconfigs(): readonly UnreadTsconfig[] {
    const state = this.#state;
    if (state.kind === 'unopened') return [];
    return state.kind === 'changed' ? state.workspace.unreadTsconfigs() : state.answer.unreadTsconfigs;
  }

  *lint(files: readonly string[], fixes: FixesWanted): Iterable<FileReport> {
    const state = this.#state;
    if (state.kind === 'unopened') throw new Error('Files are linted after they were found: call filesUnder first.');
    if (state.kind === 'unchanged') {
      yield* state.answer.reports;
      return;
    }
    const { workspace, trace, before } = state;
    const still = before && stillCounting(before, trace.seen, workspace, files, fixes);
    const wanted = new Set(files);
    const reports = (still?.reports ?? []).filter(({ file }) => wanted.has(file));
    yield* reports;
    for (const { file } of reports) wanted.delete(file);
    const linted = wanted.size === 1 ? '1 is linted' : `${wanted.size} are linted`;
    if (still) trace.know(still.parts);
    this.#options.log(`Of ${files.length} files ${linted}; the others are as in the run before.`);
    for (const report of workspace.lint([...wanted], fixes)) {
      reports.push(report);
      yield report;
    }
    const dependencies = workspace.dependencies(files, () => still?.known ?? nothingKnown(trace.seen));
    const { modules } = dependencies;
    const fromElsewhere = still?.fromElsewhere ?? workspace.fromElsewhere(files);
    const partsOf = (file: string) => (wanted.has(file) ? trace.partsOf(file) : (before?.modules.get(file)?.parts ?? []));
    const seen = still ? together(still.seen, trace.seen) : trace.seen;
    const answer = { seen, files, reports, unreadTsconfigs: workspace.unreadTsconfigs() };
    // What was linted may have changed meanwhile, or not have been there.
    if (reports.length < files.length || !isUntouchedOnDisk(seen)) return;
    this.#keep(answer, {
      modules: [...modules].map(([file, { text: _, ...module }]) => [file, { ...module, parts: partsOf(file) }]),
      shared: dependencies.shared,
      learnt: [...fromElsewhere.learnt],
      searches: [...fromElsewhere.searches],
      around: [...new Set([...trace.around, ...(still ? before!.around : [])])],
      searched: trace.hasSearched,
    });
  }

  warningFixes(file: string, warning: WarningQuery): readonly Fix[] {
    if (this.#state.kind === 'changed') return this.#state.workspace.warningFixes(file, warning);
    this.#mending ??= this.#options.openWorkspace(new Trace(undefined));
    return this.#mending.warningFixes(file, warning);
  }

  dispose(): void {
    if (this.#state.kind === 'changed') this.#state.workspace.dispose();
    this.#mending?.dispose();
  }

  #keep(answer: Answer, grounds: Grounds): void {
    try {
      this.#options.store.save(answer, grounds);
    } catch (error) {
      this.#options.notKept(error instanceof Error ? error.message : String(error));
    }
  }
}

interface StillCounting {
  readonly reports: readonly FileReport[];
  /** Of modules as they are now. */
  readonly known: Known;
  readonly fromElsewhere: FromElsewhere;
  /** What is right of some of the files that have no such report. */
  readonly parts: ReadonlyMap<string, KnownParts>;
  /** What the reports depend on and this run did not look at. */
  readonly seen: Seen;
}

/** What need not be linted again; `undefined` where all has to be. */
function stillCounting(
  before: Before,
  now: Seen,
  workspace: Workspace,
  files: readonly string[],
  fixes: FixesWanted,
): StillCounting | undefined {
  if (before.searched || fixes !== 'none') return undefined;
  const dependencies = workspace.dependencies(files, () => stillKnown(before, now));
  // To answer a question the compiler may look at the disk. What it saw then has to be there also if nobody asks again.
  const seen = seenOnlyThen(before.seen, now, new Set(before.modules.keys()));
  if (compareWithDisk(seen) === 'different') return undefined;
  const basis = { ...dependencies, seen: now };
  const doubtful = doubtfulFiles(before, basis);
  const edited = editedInBodies(before.reports, before, basis, doubtful);
  const fromElsewhere = workspace.fromElsewhere(files, edited && { found: before.fromElsewhere, edited });
  const reports = stillRight(before.reports, before, { ...basis, fromElsewhere }, doubtful);
  const others = edited ? files.filter(file => !reports.some(report => report.file === file)) : [];
  const parts = new Map(others.flatMap(file => {
    const known = knownParts(file, before, { ...basis, fromElsewhere });
    return known ? [[file, known] as const] : [];
  }));
  const modules = [...dependencies.modules].filter(([file, { text }]) => text !== undefined || !doubtful.has(file));
  const isBridge = (file: string) => dependencies.modules.has(file);
  const known = { modules: new Map(modules), linked: linkedPackages(now), isBridge };
  return { reports, known, fromElsewhere, parts, seen };
}

function beforeOf({ answer: { seen, reports }, grounds }: Kept): Before {
  const { modules, learnt, searches, shared, around, searched } = grounds();
  const fromElsewhere = { learnt: new Map(learnt), searches: new Map(searches) };
  return { seen, reports, shared, around, searched, modules: new Map(modules), fromElsewhere };
}

/** What of modules is what it was: those with the same text, on a disk that looked the same otherwise. */
function stillKnown({ seen, modules }: Before, now: Seen): Known {
  // A script may declare modules for all.
  const canOnlyImport = [...modules].filter(([, { reach }]) => reach !== 'all').map(([file]) => file);
  if (!agree(seen, now, new Set(canOnlyImport))) return nothingKnown(now);
  const isUnchanged = (file: string) => file in seen.files && now.files[file]?.hash === seen.files[file]?.hash;
  const unchanged = [...modules].filter(([file]) => isUnchanged(file));
  return {
    modules: new Map(unchanged.map(([file, module]) => [file, { ...module, text: undefined }])),
    linked: linkedPackages(now),
    isBridge: file => (isUnchanged(file) ? modules.has(file) : undefined),
  };
}

const nothingKnown = (now: Seen): Known => ({
  modules: new Map(),
  linked: linkedPackages(now),
  isBridge: () => undefined,
});
