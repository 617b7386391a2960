/** Which reports of an earlier run count for this one. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Dependencies } from '../dependencies.ts';
import type { KeptLooks } from './looks.ts';
import { definesMember, mentions, type NamedDependences } from './named-dependences.ts';
import type { Seen } from './seen.ts';

/** A module as it was in an earlier run. */
export interface KeptModule extends Omit<Module, 'text'> {
  /** The bodies that its findings depend on. */
  readonly looks: KeptLooks;
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
  /** The bodies that the findings of all may depend on that import them. */
  readonly forAll: KeptLooks;
}

/**
 * The files that import, however indirectly, what looks different from outside; those that do so themselves are among
 * them. What is none of the modules (packages, scripts, what they import, configuration) counts for all files alike.
 */
export function doubtfulFiles(then: KeptBasis, now: Basis): ReadonlySet<string> {
  const files = [...now.modules.keys()];
  const different = files.filter(differing(then, now));
  const shared = new Set(now.shared);
  const countsForAll =
    sharedBy(then) !== sharedBy(now) ||
    different.some(file => shared.has(file)) ||
    changesMembers(editedOf(then, now), then, now);
  return countsForAll ? new Set(files) : withImporters(different, now.modules);
}

/**
 * The reports on files without doubts that did not change, are linted under the same tsconfig, tell of no place in a
 * file that did change, and depend on no body that did.
 */
export function stillRight(
  reports: readonly FileReport[],
  then: KeptBasis,
  now: Basis & Pick<Dependencies, 'projects'>,
  doubtful: ReadonlySet<string>,
): FileReport[] {
  const edited = editedOf(then, now);
  const isAsBefore = ([file, bodies]: KeptLooks[number]) => bodies.every(i => !bodyChanged(file, i, then, now));
  return reports.filter(
    report =>
      report.project === now.projects.get(report.file) &&
      !doubtful.has(report.file) &&
      then.modules.get(report.file)?.looks.every(isAsBefore) &&
      !filesNamedIn(report).some(file => edited.has(file)),
  );
}

function editedOf(then: KeptBasis, now: Basis): Set<string> {
  const files = [...now.modules.keys()];
  return new Set(files.filter(file => then.seen.files[file]?.hash !== now.seen.files[file]?.hash));
}

/** What counts for all files, but for the contents of modules among it. */
function sharedBy({ seen, modules, shared }: Basis | KeptBasis): string {
  const others = Object.entries(seen.files).filter(([file, { hash }]) => hash !== null && !modules.has(file));
  return [...others.map(([file, { hash }]) => `${file} ${hash}`).toSorted(), ...shared].join('\n');
}

/** Tells whether something changed in a module that may matter to all that import it. */
function differing(then: KeptBasis, now: Basis): (file: string) => boolean {
  const names = new Set(then.dependences.mentioned);
  const forAll = new Map(then.forAll);
  return file => {
    const [before, module] = [then.modules.get(file), now.modules.get(file)!];
    return (
      before === undefined ||
      before.outline.hash !== module.outline.hash ||
      before.outline.bodies.length !== module.outline.bodies.length ||
      before.inferred !== module.inferred ||
      before.imports.join('\n') !== module.imports.join('\n') ||
      (forAll.get(file) ?? []).some(i => bodyChanged(file, i, then, now)) ||
      module.outline.bodies.some(
        ([start, end], i) => bodyChanged(file, i, then, now) && mentions(module.text?.slice(start, end) ?? '', names),
      )
    );
  };
}

/** `i` is the body's place in the list of the outline. */
function bodyChanged(file: string, i: number, then: KeptBasis, now: Basis): boolean {
  const hashIn = ({ modules }: KeptBasis | Basis) => modules.get(file)?.outline.bodies[i]?.[2];
  return hashIn(then) !== hashIn(now);
}

/** Whether methods changed, or may have come, that run in place of others, or where an interface is called. */
function changesMembers(edited: ReadonlySet<string>, then: KeptBasis, now: Basis): boolean {
  const names = new Set(then.dependences.members);
  const isGone = (file: string) => then.modules.has(file) && !now.modules.has(file);
  return (
    then.dependences.membersIn.some(file => edited.has(file) || isGone(file)) ||
    [...edited].some(file => changedParts(file, then, now).some(part => definesMember(part, names)))
  );
}

/** The parts of a file that may hold a member which is not as before: changed bodies with what stands in front of them. */
function changedParts(file: string, then: KeptBasis, now: Basis): string[] {
  const { outline, text = '' } = now.modules.get(file)!;
  const before = then.modules.get(file)?.outline;
  if (before?.hash !== outline.hash || before.bodies.length !== outline.bodies.length) return [text];
  return outline.bodies.flatMap(([, end], i) => {
    if (!bodyChanged(file, i, then, now)) return [];
    return text.slice(i === 0 ? 0 : outline.bodies[i - 1]![1], end);
  });
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
