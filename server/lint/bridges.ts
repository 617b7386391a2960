/**
 * Packages that import modules of the project, which are linked into `node_modules` from elsewhere in a repository:
 * whoever imports such a package depends on these modules as well.
 */

import { isInPackage } from '../engine/file-names.ts';

export interface Links {
  /** The names of packages that are links to folders of the project. */
  readonly linked: ReadonlySet<string>;
  /** Whether a file is a bridge; `undefined` where that is not known from before. */
  readonly isBridge: (file: string) => boolean | undefined;
}

/** Those of `files` that belong to packages which import such a package, directly or through others. */
export function bridgesAmong(
  files: readonly string[],
  { linked, isBridge }: Links,
  textOf: (file: string) => string | undefined,
): ReadonlySet<string> {
  if (linked.size === 0) return new Set();
  const names = new Set(linked);
  const bridges = new Set<string>();
  const named = new Map<string, readonly string[]>();
  const leadsOn = (file: string): boolean => {
    const known = isBridge(file);
    if (known !== undefined) return known;
    if (!named.has(file)) named.set(file, packagesNamedIn(textOf(file) ?? ''));
    return named.get(file)!.some(name => names.has(name));
  };
  const packages = packagesOf(files.filter(mayBeBridge));
  for (let before = -1; before < bridges.size; ) {
    before = bridges.size;
    for (const [name, own] of packages) {
      if (bridges.has(own[0]!) || !own.some(leadsOn)) continue;
      names.add(name);
      for (const file of own) bridges.add(file);
    }
  }
  return bridges;
}

/** What TypeScript itself declares imports nothing. */
const mayBeBridge = (file: string): boolean =>
  isInPackage(file) && !file.endsWith('.json') && !/\/lib\.[^/]*\.d\.ts$/.test(file);

/** By their names: of a package there may be several versions. */
function packagesOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, string[]>();
  for (const file of files) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)![1]!;
    const own = packages.get(name);
    if (own) own.push(file);
    else packages.set(name, [file]);
  }
  return packages;
}

/** All texts that may be names of packages. */
const packagesNamedIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/["']((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^"'\n]*)?["']/g), ([, name]) => name!);
