/** What of an earlier run counts for this one, and what has to be found out anew. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Workspace } from '../api.ts';
import type { Dependencies, Known } from '../dependencies.ts';
import type { FromElsewhere } from '../from-elsewhere.ts';
import { agree, isAsSeen, seenOnlyThen } from './differences.ts';
import type { KnownParts } from './kept-parts.ts';
import { linkedPackages, type Seen } from './seen.ts';
import { doubtfulFiles, editedInBodies, knownParts, stillRight, type Basis, type KeptBasis } from './still-right.ts';
import type { Kept } from './store.ts';

/** The run before. */
export interface Before extends KeptBasis {
  readonly reports: readonly FileReport[];
  /** By their names (`Program.configFile`) the modules of programs. */
  readonly programs: Dependencies['programs'];
  readonly searched: boolean;
}

export interface Plan {
  /** Those that count. */
  readonly reports: readonly FileReport[];
  /** What is right of some of the files that have no such report. */
  readonly parts: ReadonlyMap<string, KnownParts>;
  /** What the reports depend on and this run did not look at. */
  readonly seen: Seen;
  /** What to keep; to be asked for when all files are linted. */
  readonly grounds: () => Pick<Dependencies, 'modules' | 'programs' | 'shared'> & {
    readonly fromElsewhere: FromElsewhere;
  };
}

/** What was kept of a run, in a form that can be looked up. */
export function beforeOf({ answer: { seen, reports }, grounds }: Kept): Before {
  const { modules, programs, learnt, searches, ...others } = grounds();
  const fromElsewhere = { learnt: new Map(learnt), searches: new Map(searches) };
  const files = modules.map(([file]) => file);
  const named = programs.map(([name, indices]) => [name, indices.map(i => files[i]!)] as const);
  return { ...others, seen, reports, modules: new Map(modules), programs: new Map(named), fromElsewhere };
}

/** Nothing counts. */
export const nothingRight = (workspace: Workspace, now: Seen, files: readonly string[]): Plan => ({
  reports: [],
  parts: new Map(),
  seen: { files: {}, folders: {} },
  grounds: () => ({
    ...workspace.dependencies(files, () => nothingKnown(now)),
    fromElsewhere: workspace.fromElsewhere(files),
  }),
});

/** @param now what this run saw, which goes on looking */
export function planFor(before: Before, now: Seen, workspace: Workspace, files: readonly string[]): Plan {
  const dependencies = workspace.dependencies(files, () => stillKnown(before, now));
  // To answer a question the compiler may look at the disk. What it saw then has to be there also if nobody asks again.
  const seen = seenOnlyThen(before.seen, now, new Set(before.modules.keys()));
  if (!isAsSeen(seen)) return nothingRight(workspace, now, files);
  const basis = { ...dependencies, seen: now };
  const doubtful = doubtfulFiles(before, basis);
  const edited = editedInBodies(before.reports, before, basis, doubtful);
  const fromElsewhere = workspace.fromElsewhere(files, edited && { found: before.fromElsewhere, edited });
  const reports = stillRight(before.reports, before, { ...basis, fromElsewhere }, doubtful);
  const parts = edited
    ? partsOfOthers(files, reports, before, { ...basis, fromElsewhere })
    : new Map<string, KnownParts>();
  const modules = [...dependencies.modules].filter(([file, { text }]) => text !== undefined || !doubtful.has(file));
  const isBridge = (file: string) => dependencies.modules.has(file);
  const known = { modules: new Map(modules), linked: linkedPackages(now), isBridge };
  return { reports, parts, seen, grounds: () => ({ ...workspace.dependencies(files, () => known), fromElsewhere }) };
}

/** What is known of the files without a report that counts, where bodies were edited and nothing else. */
export function partsOfOthers(
  files: readonly string[],
  reports: readonly FileReport[],
  before: Before,
  now: Basis & Pick<KeptBasis, 'fromElsewhere'>,
): Map<string, KnownParts> {
  const right = new Set(reports.map(({ file }) => file));
  const parts = new Map<string, KnownParts>();
  for (const file of files) {
    const known = right.has(file) ? undefined : knownParts(file, before, now);
    if (known) parts.set(file, known);
  }
  return parts;
}

/** What of modules is what it was: those with the same text, on a disk that looked the same otherwise. */
export function stillKnown({ seen, modules }: Before, now: Seen): Known {
  if (!agree(seen, now, new Set(onlyImported(modules)))) return nothingKnown(now);
  const isUnchanged = (file: string) => file in seen.files && now.files[file]?.hash === seen.files[file]?.hash;
  const unchanged = [...modules].filter(([file]) => isUnchanged(file));
  return {
    modules: new Map(unchanged.map(([file, module]) => [file, { ...module, text: undefined }])),
    linked: linkedPackages(now),
    isBridge: file => (isUnchanged(file) ? modules.has(file) : undefined),
  };
}

/** A script may declare modules for all. */
export const onlyImported = (modules: Before['modules']): string[] =>
  [...modules].filter(([, { reach }]) => reach !== 'all').map(([file]) => file);

const nothingKnown = (now: Seen): Known => ({
  modules: new Map(),
  linked: linkedPackages(now),
  isBridge: () => undefined,
});
