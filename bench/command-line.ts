/** The command line of Asynclens, as it was built last. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EslintFile } from './eslint-json.ts';

/** Absolute path of the script to run with Node. */
export const ASYNCLENS = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs `asynclens check` with these arguments. Throws what it printed when it could not lint. */
export function check(args: readonly string[], cwd: string): readonly EslintFile[] {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [ASYNCLENS, 'check', ...args, '--format', 'json'],
    { cwd, encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (error !== undefined) throw error;
  // 1 means that there are findings.
  if (status !== 0 && status !== 1) throw new Error(`asynclens check ended with ${status}:\n${stderr || stdout}`);
  return JSON.parse(stdout) as readonly EslintFile[];
}
