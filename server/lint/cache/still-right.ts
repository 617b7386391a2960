/** Which reports of an earlier run count for this one. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Seen, Stretch } from './trace.ts';

/** A module as it was in an earlier run. */
export interface KeptModule extends Module {
  /** Those of the outline's bodies, by their places in the list, that rules looked into. */
  readonly lookedInto: readonly number[];
}

/** What a run depended on. */
export interface Basis<Known extends Module = Module> {
  readonly seen: Seen;
  readonly modules: ReadonlyMap<string, Known>;
}

/**
 * The reports on files that did not change, tell of no place in a file that did, and import, however
 * indirectly, nothing that looks different from outside. What is no module (packages, scripts, declarations,
 * configuration) counts for all files alike.
 */
export function stillRight(reports: readonly FileReport[], then: Basis<KeptModule>, now: Basis): FileReport[] {
  if (sharedBy(then) !== sharedBy(now)) return [];
  const files = [...now.modules.keys()];
  const edited = new Set(files.filter(file => then.seen.files[file]?.hash !== now.seen.files[file]?.hash));
  const different = files.filter(file => looksDifferent(then.modules.get(file), now.modules.get(file)!));
  const doubtful = withImporters(different, now.modules);
  return reports.filter(
    report =>
      now.modules.has(report.file) && !doubtful.has(report.file) && !filesNamedIn(report).some(file => edited.has(file)),
  );
}

/** A module to be kept, with all that was looked into in this run, and in earlier ones that still count. */
export function toKeep(module: Module, looks: readonly Stretch[], before: KeptModule | undefined): KeptModule {
  const kept = before && !looksDifferent(before, module) ? before.lookedInto : [];
  const isLookedInto = ([start, end]: Stretch) => looks.some(look => look[0] < end && start < look[1]);
  const now = module.outline.bodies.flatMap(([start, end], i) => (isLookedInto([start, end]) ? [i] : []));
  return { ...module, lookedInto: [...new Set([...kept, ...now])] };
}

function sharedBy({ seen, modules }: Basis): string {
  const shared = Object.entries(seen.files).filter(([file, { hash }]) => hash !== null && !modules.has(file));
  return shared.map(([file, { hash }]) => `${file} ${hash}`).toSorted().join('\n');
}

/** Whether something changed that may matter to other files. */
function looksDifferent(then: KeptModule | undefined, now: Module): boolean {
  return (
    then === undefined ||
    then.outline.hash !== now.outline.hash ||
    then.outline.bodies.length !== now.outline.bodies.length ||
    then.imports.join('\n') !== now.imports.join('\n') ||
    then.lookedInto.some(i => then.outline.bodies[i]![2] !== now.outline.bodies[i]![2])
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
