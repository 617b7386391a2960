/** The command line of Asynclens, as it was built last. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Absolute path of the script to run with Node. */
export const ASYNCLENS = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs `asynclens check` and gives back its report, parsed. Throws what it printed when it could not lint. */
export function check(format: 'json' | 'sarif', args: readonly string[], cwd: string): unknown {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [ASYNCLENS, 'check', ...args, '--format', format, '--no-cache'],
    { cwd, encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (error !== undefined) throw error;
  // 1 means that there are findings.
  if (status !== 0 && status !== 1) throw new Error(`asynclens check ended with ${status}:\n${stderr || stdout}`);
  return JSON.parse(stdout);
}
