/** Runs `asynclens check --fix` on a copy of a project. */

import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Checkout } from './checkout.ts';
import { check } from './command-line.ts';
import type { EslintFile } from './eslint-json.ts';
import { copyOf } from './project-copy.ts';

export interface FixAllResult {
  /** The new text of each file that the first run changed, by its path in the project itself. */
  readonly changed: ReadonlyMap<string, string>;
  /** How many files a second run changed, of which there should be none. */
  readonly changedAgain: number;
}

/**
 * Fixes all that is safe to fix, twice. The project itself is left as it is.
 * `choice` are the arguments that choose rules.
 * Throws when the tsconfig is not in the project's folder: the copy has none then.
 */
export function fixAllTwice({ folder, tsconfig, paths }: Checkout, choice: readonly string[]): FixAllResult {
  const place = relative(folder, tsconfig);
  if (place.startsWith('..')) throw new Error(`Fix-all needs a tsconfig in ${folder}, and ${tsconfig} is outside.`);
  const copy = copyOf(folder, 'fix-all');
  try {
    const args = [...paths, '--project', join(copy, place), ...choice, '--fix'];
    const fixAll = (): readonly EslintFile[] => check('json', args, copy) as readonly EslintFile[];
    const files = fixAll().map(({ filePath }) => relative(copy, filePath));
    const texts = (root: string): string[] => files.map(file => readFileSync(join(root, file), 'utf8'));
    const [before, after] = [texts(folder), texts(copy)];
    fixAll();
    const again = texts(copy);
    const changed = files.flatMap((file, i): [string, string][] =>
      after[i] === before[i] ? [] : [[join(folder, file), after[i]!]],
    );
    return { changed: new Map(changed), changedAgain: again.filter((text, i) => text !== after[i]).length };
  } finally {
    rmSync(copy, { recursive: true });
  }
}
