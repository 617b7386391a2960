/** Checks many changes as if each were made alone, with fewer type checks than changes. */

import type { NewError, TypeErrors } from './type-errors.ts';

interface Change {
  /** The whole new text of each file that it changes. */
  readonly changes: ReadonlyMap<string, string>;
}

/**
 * The errors that each change brings. Changes of different files are laid over the project together. Where that
 * brings no error, none of them does; otherwise halves are tried, until the culprit is alone.
 */
export function* errorsOfEach<C extends Change>(
  all: readonly C[],
  project: TypeErrors,
): Generator<[C, readonly NewError[]]> {
  for (let left = all; left.length > 0;) {
    const together = withDistinctFiles(left);
    yield* errorsOf(together, project);
    left = left.filter(change => !together.includes(change));
  }
}

function* errorsOf<C extends Change>(together: readonly C[], project: TypeErrors): Generator<[C, readonly NewError[]]> {
  const errors = project.newErrors(new Map(together.flatMap(({ changes }) => [...changes])));
  if (errors.length === 0 || together.length === 1) {
    for (const change of together) yield [change, errors];
    return;
  }
  const half = together.length >> 1;
  yield* errorsOf(together.slice(0, half), project);
  yield* errorsOf(together.slice(half), project);
}

/** As many as there are, earlier ones first, of which no two change the same file. */
function withDistinctFiles<C extends Change>(all: readonly C[]): C[] {
  const taken = new Set<string>();
  return all.filter(({ changes }) => {
    const files = [...changes.keys()];
    const isFree = files.every(file => !taken.has(file));
    if (isFree) for (const file of files) taken.add(file);
    return isFree;
  });
}
