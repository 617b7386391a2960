/**
 * Libraries, below `node_modules`: they are looked into where somebody asks for it; else their promises have no sites.
 */

let lookedInto: ReadonlySet<string> = new Set();

/** To be called before the program's code is loaded. @param packages names of packages; `*` means all */
export function lookInto(packages: readonly string[]): void {
  lookedInto = new Set(packages);
}

/** What `lookInto` was told, as one text. */
export const packagesLookedInto = (): string => [...lookedInto].toSorted().join(' ');

/** What lies behind the last `node_modules` of a path: package managers put packages of packages below them. */
const IN_PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/s;

/** Whether the code of a file is left alone. */
export function isLibrary(path: string): boolean {
  if (!/[\\/]node_modules[\\/]/.test(path)) return false;
  if (lookedInto.size === 0) return true;
  return !lookedInto.has('*') && !lookedInto.has(IN_PACKAGE.exec(path)![1]!.replace('\\', '/'));
}
