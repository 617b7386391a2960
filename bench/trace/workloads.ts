/** The programs whose price is measured: each prints the microseconds of CPU that its work takes. */

import { join } from 'node:path';
import { cached } from '../../scripts/vscode/cache.ts';
import { installPackages } from '../../scripts/vscode/npm.ts';

export const WORKLOADS = ['fastify', 'http', 'files', 'awaits', 'calls', 'start'];

/** Installed on first use, below `bench-*` in the cache folder. */
const PACKAGES: Readonly<Record<string, string>> = { fastify: 'fastify@5' };

/** What Node is to be called with. */
export async function argumentsOf(workload: string): Promise<string[]> {
  const program = `bench/trace/${workload}.cjs`;
  const name = PACKAGES[workload];
  if (name === undefined) return [program];
  const folder = await cached(`bench-${name}`, part => installPackages(part, [name]));
  return [program, join(folder, 'node_modules', workload)];
}
