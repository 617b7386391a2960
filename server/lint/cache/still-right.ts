/** Which reports of an earlier run count for this one. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import { mentions, type KeptDependences } from './dependences.ts';
import type { Seen, Stretch } from './trace.ts';

/** A module as it was in an earlier run. */
export interface KeptModule extends Omit<Module, 'text'> {
  /** Those of the outline's bodies, by their places in the list, that rules looked into. */
  readonly lookedInto: readonly number[];
}

/** What a run depended on. */
export interface Basis {
  readonly seen: Seen;
  readonly modules: ReadonlyMap<string, Module>;
}

/** What an earlier run depended on. */
export interface KeptBasis {
  readonly seen: Seen;
  readonly modules: ReadonlyMap<string, KeptModule>;
  readonly dependences: KeptDependences;
}

/**
 * The reports on files that did not change, tell of no place in a file that did, and import, however
 * indirectly, nothing that looks different from outside. What is no module (packages, scripts, declarations,
 * configuration) counts for all files alike.
 */
export function stillRight(reports: readonly FileReport[], then: KeptBasis, now: Basis): FileReport[] {
  if (sharedBy(then) !== sharedBy(now)) return [];
  const files = [...now.modules.keys()];
  const edited = new Set(files.filter(file => then.seen.files[file]?.hash !== now.seen.files[file]?.hash));
  if (changesMembers(edited, then, now)) return [];
  const isDifferent = differs(then.dependences);
  const different = files.filter(file => isDifferent(then.modules.get(file), now.modules.get(file)!));
  const doubtful = withImporters(different, now.modules);
  return reports.filter(
    report =>
      now.modules.has(report.file) && !doubtful.has(report.file) && !filesNamedIn(report).some(file => edited.has(file)),
  );
}

/** A module to be kept, with all that was looked into in this run, and in earlier ones that still count. */
export function toKeep(
  module: Module,
  looks: readonly Stretch[],
  before: KeptModule | undefined,
  dependences: KeptDependences | undefined,
): KeptModule {
  const kept = before && dependences && !differs(dependences)(before, module) ? before.lookedInto : [];
  const isLookedInto = ([start, end]: Stretch) => looks.some(look => look[0] < end && start < look[1]);
  const now = module.outline.bodies.flatMap(([start, end], i) => (isLookedInto([start, end]) ? [i] : []));
  return { imports: module.imports, outline: module.outline, lookedInto: [...new Set([...kept, ...now])] };
}

function sharedBy({ seen, modules }: Basis | KeptBasis): string {
  const shared = Object.entries(seen.files).filter(([file, { hash }]) => hash !== null && !modules.has(file));
  return shared.map(([file, { hash }]) => `${file} ${hash}`).toSorted().join('\n');
}

/** Tells whether something changed that may matter to other files. */
function differs({ mentioned }: KeptDependences): (then: KeptModule | undefined, now: Module) => boolean {
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
