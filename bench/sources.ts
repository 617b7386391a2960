/** The TypeScript sources of a project. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute paths of all below `folder`, without declarations and packages. */
export function* sourcesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* sourcesBelow(path);
    else if (/(?<!\.d)\.tsx?$/.test(entry.name)) yield path;
  }
}
