/** What a look at a text tells without parsing it, and which files cannot lead to what blocks. */

import { posix } from 'node:path';
import { packageIn } from '../../facts/package-functions.ts';

export interface Glance {
  /** What it imports or loads, as it is written. */
  readonly specifiers: readonly string[];
  /** Whether it may name a function that is known to block. */
  readonly mayBlock: boolean;
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([^'"\n]+)['"]/g;

/** Functions whose names do not say that they block are members of these modules, or of this global object. */
const MAY_BLOCK = /Sync\b|\bsync\b|\bAtomics\b|['"](?:node:)?(?:sqlite|crypto|inspector|v8|child_process)['"]/;

/** Looks at the text of a file of JavaScript. */
export const glanceAt = (text: string): Glance => ({
  specifiers: Array.from(text.matchAll(SPECIFIER), ([, specifier]) => specifier!),
  mayBlock: MAY_BLOCK.test(text),
});

/**
 * Those of some files that may block themselves, or import, directly or not, one that does. Of what a package leads to
 * all of its files count.
 */
export function mayLeadToBlocking(files: readonly string[], glances: ReadonlyMap<string, Glance>): readonly string[] {
  const known = new Set(files);
  const importers = new Map<string, string[]>();
  const note = (imported: string, by: string) => {
    const all = importers.get(imported);
    if (all) all.push(by);
    else importers.set(imported, [by]);
  };
  for (const file of files) {
    note(file, ownerOf(file));
    for (const specifier of glances.get(file)?.specifiers ?? []) {
      for (const target of targetsOf(specifier, file, known)) note(target, file);
    }
  }
  const found = new Set(files.filter(file => glances.get(file)?.mayBlock));
  for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
  return files.filter(file => found.has(file));
}

/** The package of a file, as specifiers name it. */
const ownerOf = (file: string): string => packageIn(file.slice(file.lastIndexOf(PACKAGES) + PACKAGES.length)) ?? '';

const PACKAGES = '/node_modules/';

const ENDINGS = ['', '.js', '.cjs', '.mjs', '/index.js', '/index.cjs', '/index.mjs'];

function targetsOf(specifier: string, from: string, known: ReadonlySet<string>): readonly string[] {
  if (specifier.startsWith('#')) return [ownerOf(from)];
  if (!specifier.startsWith('.')) return [packageIn(specifier) ?? ''];
  const path = posix.join(posix.dirname(from), specifier).replace(/\/$/, '');
  return ENDINGS.map(ending => path + ending).filter(file => known.has(file));
}
