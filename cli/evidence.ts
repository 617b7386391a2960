/** What a recording tells of the code that is checked. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Evidence } from '../server/lint/evidence.ts';
import { ProjectPaths } from '../shared/trace/project-paths.ts';
import { evidenceIn } from '../trace/evidence.ts';
import type { Surroundings } from './check.ts';
import { readSource } from './source-text.ts';
import { threadsOf } from './trace/given.ts';
import type { CheckOptions } from './usage.ts';

/** `undefined` where nobody has named a recording. @throws UsageError when it cannot be read */
export async function evidenceFor({ trace }: CheckOptions, { cwd }: Surroundings): Promise<Evidence | undefined> {
  if (trace === undefined) return undefined;
  const { threads } = await threadsOf(resolve(cwd, trace));
  const paths = new ProjectPaths(folder => existsSync(`${folder}/package.json`));
  return new Evidence(evidenceIn(threads), { textOf: readSource, paths });
}
