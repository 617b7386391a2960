/** A copy of a project that may be changed at will. */

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';

/** Copies all but the repository's history into a new folder, whose path it gives back: absolute, links resolved. */
export function copyOf(project: string, purpose: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), `asynclens-${purpose}-`)));
  cpSync(project, copy, {
    recursive: true,
    filter: (source, target) => {
      if (basename(source) === 'node_modules') linkPackages(source, target);
      return basename(source) !== 'node_modules' && basename(source) !== '.git';
    },
  });
  return copy;
}

/**
 * Dependencies are many and stay the same: the copy links to them. What is a link already, as packages of the same
 * repository are, leads to the same place within the copy.
 */
function linkPackages(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory() && entry.name.startsWith('@')) linkPackages(from, to);
    else symlinkSync(relativeLink(from, entry.isSymbolicLink()) ?? from, to);
  }
}

function relativeLink(link: string, isLink: boolean): string | undefined {
  const leadsTo = isLink ? readlinkSync(link) : undefined;
  return leadsTo === undefined || isAbsolute(leadsTo) ? undefined : leadsTo;
}
