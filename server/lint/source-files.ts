/** Which files on disk are sources to lint, and which tsconfig they lie under. */

import { dirname, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Disk } from '../engine/disk.ts';
import { isInPackage, isSource } from '../engine/file-names.ts';

export { isSource } from '../engine/file-names.ts';

const TYPESCRIPT = /\.(?:[cm]?ts|tsx)$/;

/** Folders that hold what others wrote or what a build made. */
const NOT_OURS = new Set(['node_modules', 'bower_components', 'dist', 'out', 'build', 'coverage']);

/** Paths with forward slashes, as the compiler has them. */
export const normalise = (path: string): string => resolve(path).replaceAll('\\', '/');

/** A file that is linted even if no tsconfig names it. JavaScript is so only where somebody asks for it. */
export const isTypeScript = (file: string): boolean => TYPESCRIPT.test(file) && isSource(file);

/** Whether a file is, or lies below, a path. */
export const isBelow = (file: string, path: string): boolean => file === path || file.startsWith(`${path}/`);

/** Whether packages may be others when a file has changed: it is of one, or tells which are installed. */
export const mayChangePackages = (file: string): boolean =>
  isInPackage(file) || /\/(?:package(?:-lock)?\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/.test(file);

/** All TypeScript sources below a folder, without those in folders such as `node_modules` and hidden ones. */
export function* typescriptBelow(folder: string, disk: Disk): Generator<string> {
  for (const entry of disk.entries(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name) && !entry.name.startsWith('.')) yield* typescriptBelow(path, disk);
    } else if (isTypeScript(entry.name)) yield path;
  }
}

/** The nearest `tsconfig.json` or `jsconfig.json` in a folder or above it. */
export function nearestTsconfig(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = ['tsconfig.json', 'jsconfig.json'].map(name => normalise(join(at, name))).find(it => disk.has(it));
    if (found || dirname(at) === at) return found;
  }
}

/** A tsconfig and all that it references, itself first. Those that do not exist are left out. */
export function withReferences(tsconfig: string, disk: Disk): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    const text = found.has(file) ? undefined : disk.text(file);
    if (text === undefined) return;
    found.add(file);
    for (const reference of referencesOf(file, text, disk)) visit(reference);
  };
  visit(tsconfig);
  return [...found];
}

function referencesOf(tsconfig: string, text: string, disk: Disk): string[] {
  const config = parse(text, [], { allowTrailingComma: true }) as
    | { references?: readonly { path?: unknown }[] }
    | undefined;
  const paths = (config?.references ?? []).map(one => one.path).filter(path => typeof path === 'string');
  return paths.map(path => {
    const target = normalise(join(dirname(tsconfig), path));
    return disk.isFolder(target) ? `${target}/tsconfig.json` : target;
  });
}
