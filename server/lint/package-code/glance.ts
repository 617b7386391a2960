/** What a look at a text tells without parsing it, and which files cannot lead to what blocks. */

import { posix } from 'node:path';
import type { BlockingKnowledge } from '../../facts/blocking-leaves.ts';
import { packageIn } from '../../facts/package-functions.ts';

export interface Glance {
  /** What it imports or loads, as it is written. */
  readonly specifiers: readonly string[];
  /** Whether it may name a function that is known to block. */
  readonly mayBlock: boolean;
}

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([^'"\n]+)['"]/g;

/**
 * Finds texts that may name a function which is known to block. Those without `Sync` at their ends have common names:
 * their modules are looked for.
 */
export function namesOfBlocking({ leaves }: BlockingKnowledge): RegExp {
  const telling = [...leaves.keys()].filter(name => name.endsWith('Sync'));
  const others = [...leaves].flatMap(([name, all]) => (name.endsWith('Sync') ? [] : all));
  const objects = others.flatMap(({ module, leaf }) => (module === 'lib' ? leaf.name.replace(/\..*/, '') : []));
  const modules = others.flatMap(({ module }) => (module === 'lib' ? [] : module.replace('node:', '(?:node:)?')));
  const named = [...telling, ...new Set(objects)].join('|');
  return new RegExp(`\\b(?:${named})\\b|['"](?:${[...new Set(modules)].join('|')})['"]`);
}

/** Looks at the text of a file of JavaScript. */
export const glanceAt = (text: string, blocking: RegExp): Glance => ({
  specifiers: Array.from(text.matchAll(SPECIFIER), ([, specifier]) => specifier!),
  mayBlock: blocking.test(text),
});

/** Those of some files that may block themselves, or import, directly or not, one that does. */
export function mayLeadToBlocking(files: readonly string[], glances: ReadonlyMap<string, Glance>): readonly string[] {
  const found = leadingTo(file => glances.get(file)?.mayBlock === true, files, glances);
  return files.filter(file => found.has(file));
}

/**
 * Those of some files that are looked for, and all that import such, directly or not. Of what a package leads to all of
 * its files count.
 */
export function leadingTo(
  isSought: (file: string) => boolean,
  files: readonly string[],
  glances: ReadonlyMap<string, Glance>,
): ReadonlySet<string> {
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
  const found = new Set(files.filter(isSought));
  for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
  return found;
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
