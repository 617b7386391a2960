/** Which reports of an earlier run count for this one. */

import type { FileReport } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Dependencies } from '../dependencies.ts';
import type { FromElsewhere } from '../from-elsewhere.ts';
import type { KeptLooks } from './looks.ts';
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
  readonly fromElsewhere: FromElsewhere;
}

/**
 * The files that import, however indirectly, what looks different from outside; those that do so themselves are among
 * them. What is none of the modules (packages, scripts, what they import, configuration) counts for all files alike.
 */
export function doubtfulFiles(then: KeptBasis, now: Basis): ReadonlySet<string> {
  const files = [...now.modules.keys()];
  const different = files.filter(file => looksDifferent(then.modules.get(file), now.modules.get(file)!));
  const shared = new Set(now.shared);
  const countsForAll = sharedBy(then) !== sharedBy(now) || different.some(file => shared.has(file));
  return countsForAll ? new Set(files) : withImporters(different, now.modules);
}

/**
 * The reports on files that are linted under the same tsconfig and of which the same is learnt from elsewhere, that
 * depend on no body that changed, and tell of no place in a file that changed or is in doubt.
 */
export function stillRight(
  reports: readonly FileReport[],
  then: KeptBasis,
  now: Basis & Pick<Dependencies, 'projects'> & Pick<KeptBasis, 'fromElsewhere'>,
  doubtful: ReadonlySet<string>,
): FileReport[] {
  const isAsBefore = ([file, bodies]: KeptLooks[number]) => bodies.every(i => !bodyChanged(file, i, then, now));
  return reports.filter(
    report =>
      report.project === now.projects.get(report.file) &&
      then.fromElsewhere.learnt.get(report.file) === now.fromElsewhere.learnt.get(report.file) &&
      then.modules.get(report.file)?.looks.every(isAsBefore) &&
      !filesNamedIn(report).some(file => isEdited(file, then, now) || doubtful.has(file)),
  );
}

/**
 * The files whose text changed, where no file can tell a difference unless it looks into bodies; `undefined` where one
 * may. Files are the same, in the same order, and belong to the same projects.
 */
export function editedInBodies(
  reports: readonly FileReport[],
  then: KeptBasis,
  now: Basis & Pick<Dependencies, 'projects'>,
  doubtful: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const files = [...now.modules.keys()];
  const isSame = doubtful.size === 0 && [...then.modules.keys()].join('\n') === files.join('\n');
  if (!isSame || reports.some(({ file, project }) => project !== now.projects.get(file))) return undefined;
  return new Set(files.filter(file => isEdited(file, then, now)));
}

const isEdited = (file: string, then: KeptBasis, now: Basis): boolean =>
  then.seen.files[file]?.hash !== now.seen.files[file]?.hash;

/** What counts for all files, but for the contents of modules among it. */
function sharedBy({ seen, modules, shared }: Basis | KeptBasis): string {
  const others = Object.entries(seen.files).filter(([file, { hash }]) => hash !== null && !modules.has(file));
  return [...others.map(([file, { hash }]) => `${file} ${hash}`).toSorted(), ...shared].join('\n');
}

/** Whether all that import a module may see another. */
const looksDifferent = (before: KeptModule | undefined, now: Module): boolean =>
  before?.outline.hash !== now.outline.hash ||
  before.outline.bodies.length !== now.outline.bodies.length ||
  before.inferred !== now.inferred ||
  before.imports.join('\n') !== now.imports.join('\n');

/** `i` is the body's place in the list of the outline. */
function bodyChanged(file: string, i: number, then: KeptBasis, now: Basis): boolean {
  const hashIn = ({ modules }: KeptBasis | Basis) => modules.get(file)?.outline.bodies[i]?.[2];
  return hashIn(then) !== hashIn(now);
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
