/** How much memory processes take. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Resident memory of a process in bytes; 0 when it is gone or the system has no simple way to tell. */
export async function residentMemory(pid: number): Promise<number> {
  try {
    return 1024 * (process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid));
  } catch {
    // The process ended meanwhile, or there is no `ps`: the figure is a courtesy, not worth an error.
    return 0;
  }
}

async function fromProc(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}

async function fromPs(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim());
}
