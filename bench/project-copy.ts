/** A copy of a project that may be changed at will. */

import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Copies all but the repository's history into a new folder, whose path it gives back: absolute, links resolved. */
export function copyOf(project: string, purpose: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), `asynclens-${purpose}-`)));
  cpSync(project, copy, {
    recursive: true,
    filter: (source, target) => {
      // Dependencies are many and stay the same: the copy links to them.
      if (basename(source) === 'node_modules') symlinkSync(source, target);
      return basename(source) !== 'node_modules' && basename(source) !== '.git';
    },
  });
  return copy;
}
