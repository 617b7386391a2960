/** Which reports of an earlier run count for this one. */

import type { FileReport, Span } from '../../../shared/finding.ts';
import type { Module } from '../../engine/modules.ts';
import type { Dependencies } from '../dependencies.ts';
import type { FromElsewhere } from '../from-elsewhere.ts';
import { OUTSIDE, type KeptLooks, type KeptPart, type KnownParts } from './kept-parts.ts';
import type { Seen } from './seen.ts';

/** A module as it was in an earlier run. */
export interface KeptModule extends Omit<Module, 'text'> {
  /** What its findings depend on, and are. */
  readonly parts: readonly KeptPart[];
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
  /** The names of rules whose findings depend on more than the bodies that they looked into. */
  readonly around: readonly string[];
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
  return reports.filter(
    report =>
      report.project === now.projects.get(report.file) &&
      isLearntAgain(report.file, then, now) &&
      then.modules.get(report.file)?.parts.every(({ looks }) => looksAreSame(looks, then, now)) &&
      !filesNamedIn(report).some(file => isEdited(file, then, now) || doubtful.has(file)),
  );
}

const isLearntAgain = (file: string, then: KeptBasis, now: Pick<KeptBasis, 'fromElsewhere'>): boolean =>
  then.fromElsewhere.learnt.get(file) === now.fromElsewhere.learnt.get(file);

const looksAreSame = (looks: KeptLooks, then: KeptBasis, now: Basis): boolean =>
  looks.every(([file, bodies]) => bodies.every(i => !bodyChanged(file, i, then, now)));

/**
 * What is known of a file where no file can tell a difference unless it looks into bodies, so that only those of its
 * parts have to be looked at in which a body changed, or that look into one, or tell of a place that may have moved.
 */
export function knownParts(
  file: string,
  then: KeptBasis,
  now: Basis & Pick<KeptBasis, 'fromElsewhere'>,
): KnownParts | undefined {
  const before = then.modules.get(file);
  const bodies = now.modules.get(file)?.outline.bodies;
  if (!before || !bodies || !isLearntAgain(file, then, now)) return undefined;
  const changed = bodies.flatMap((_, i) => (bodyChanged(file, i, then, now) ? [i] : []));
  const again = new Set(isEdited(file, then, now) ? [OUTSIDE, ...changed] : []);
  const isInPart = (part: number, { start, end }: Span) => {
    const body = before.outline.bodies[part];
    return body !== undefined && body[0] <= start.offset && end.offset <= body[1];
  };
  for (const { part, looks, findings } of before.parts) {
    const places = findings.flatMap(({ span, related }) => [span, ...related.map(place => place.span)]);
    const others = places.filter(span => span.file !== file || !isInPart(part, span));
    if (!looksAreSame(looks, then, now) || others.some(span => isEdited(span.file, then, now))) again.add(part);
  }
  const shift = (part: number) => (part === OUTSIDE ? 0 : bodies[part]![0] - before.outline.bodies[part]![0]);
  return { kept: before.parts, again, around: new Set(then.around), shift };
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
export const looksDifferent = (before: KeptModule | undefined, now: Module): boolean =>
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
