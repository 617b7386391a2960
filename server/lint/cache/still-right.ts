/** Which reports of an earlier run count for this one. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Dependencies } from '../dependencies.ts';
import { mentions, type NamedDependences } from './named-dependences.ts';
import type { Seen } from './seen.ts';
import type { Stretch } from './trace.ts';

/** A module as it was in an earlier run. */
export interface KeptModule extends Omit<Module, 'text'> {
  /** Those of the outline's bodies, by their places in the list, that rules looked into. */
  readonly lookedInto: readonly number[];
}

/** What a run depended on. */
export interface Basis {
  readonly seen: Seen;
  readonly modules: ReadonlyMap<string, Module>;
  /** Files that count for all. Their order counts too: of two declarations of a global, one is the first. */
  readonly shared: readonly string[];
}

/** What an earlier run depended on. */
export interface KeptBasis extends Omit<Basis, 'modules'> {
  readonly modules: ReadonlyMap<string, KeptModule>;
  readonly dependences: NamedDependences;
}

/**
 * The reports on files that did not change, are linted under the same tsconfig, tell of no place in a file that did
 * change, and import, however indirectly, nothing that looks different from outside. What is none of the modules
 * (packages, scripts, what they import, configuration) counts for all files alike.
 */
export function stillRight(
  reports: readonly FileReport[],
  then: KeptBasis,
  now: Basis,
  projects: Dependencies['projects'],
): FileReport[] {
  if (sharedBy(then) !== sharedBy(now)) return [];
  const files = [...now.modules.keys()];
  const edited = new Set(files.filter(file => then.seen.files[file]?.hash !== now.seen.files[file]?.hash));
  if (changesMembers(edited, then, now)) return [];
  const isDifferent = differs(then.dependences);
  const different = files.filter(file => isDifferent(then.modules.get(file), now.modules.get(file)!));
  const doubtful = withImporters(different, now.modules);
  return reports.filter(
    report =>
      report.project === projects.get(report.file) &&
      !doubtful.has(report.file) &&
      !filesNamedIn(report).some(file => edited.has(file)),
  );
}

/** A module to be kept, with all that was looked into in this run, and in earlier ones that still count. */
export function toKeep(
  module: Module,
  looks: readonly Stretch[],
  before: KeptModule | undefined,
  dependences: NamedDependences | undefined,
): KeptModule {
  const kept = before && dependences && !differs(dependences)(before, module) ? before.lookedInto : [];
  const isLookedInto = ([start, end]: Stretch) => looks.some(look => look[0] < end && start < look[1]);
  const now = module.outline.bodies.flatMap(([start, end], i) => (isLookedInto([start, end]) ? [i] : []));
  const { text: _, ...rest } = module;
  return { ...rest, lookedInto: [...new Set([...kept, ...now])] };
}

/** The modules of which only those can know that import them. */
export function localOf({ modules, shared }: Pick<Basis | KeptBasis, 'modules' | 'shared'>): Set<string> {
  const all = new Set(shared);
  return new Set([...modules.keys()].filter(file => !all.has(file)));
}

function sharedBy({ seen, modules, shared }: Basis | KeptBasis): string {
  const local = localOf({ modules, shared });
  const others = Object.entries(seen.files).filter(([file, { hash }]) => hash !== null && !local.has(file));
  return [...others.map(([file, { hash }]) => `${file} ${hash}`).toSorted(), ...shared].join('\n');
}

/** Tells whether something changed that may matter to other files. */
function differs({ mentioned }: NamedDependences): (then: KeptModule | undefined, now: Module) => boolean {
  const names = new Set(mentioned);
  return (then, now) =>
    then === undefined ||
    then.outline.hash !== now.outline.hash ||
    then.outline.bodies.length !== now.outline.bodies.length ||
    then.imports.join('\n') !== now.imports.join('\n') ||
    now.outline.bodies.some(
      ([start, end, hash], i) =>
        hash !== then.outline.bodies[i]![2] &&
        (then.lookedInto.includes(i) || mentions(now.text?.slice(start, end) ?? '', names)),
    );
}

/** Whether methods changed, or may have come, that run in place of others, or where an interface is called. */
function changesMembers(edited: ReadonlySet<string>, { modules, dependences }: KeptBasis, now: Basis): boolean {
  const names = new Set(dependences.members);
  const isGone = (file: string) => modules.has(file) && !now.modules.has(file);
  return (
    dependences.membersIn.some(file => edited.has(file) || isGone(file)) ||
    [...edited].some(file => mentions(now.modules.get(file)!.text ?? '', names))
  );
}

function filesNamedIn({ file, findings }: FileReport): string[] {
  const spans = findings.flatMap(({ related, fixes }) => [
    ...related.map(place => place.span),
    ...fixes.flatMap(fix => fix.edits.map(edit => edit.span)),
  ]);
  return [file, ...spans.map(span => span.file)];
}

/** `files`, and all that import one of them directly or through others. */
function withImporters(files: readonly string[], modules: ReadonlyMap<string, Module>): Set<string> {
  const importers = new Map<string, string[]>();
  for (const [file, { imports }] of modules) {
    for (const imported of imports) {
      const known = importers.get(imported);
      if (known) known.push(file);
      else importers.set(imported, [file]);
    }
  }
  const found = new Set(files);
  for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
  return found;
}
