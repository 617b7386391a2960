// The processes that the extension host started.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Kills the one process below the extension host whose command line matches, as a crash would. */
export function crash(command: RegExp): void {
  const matching = descendants(process.pid).filter(entry => command.test(entry.command));
  if (matching.length !== 1) throw new Error(`${matching.length} processes match ${String(command)}.`);
  process.kill(matching[0]!.pid, 'SIGKILL');
}

function descendants(root: number): readonly Process[] {
  const all = process.platform === 'linux' ? linuxProcesses() : unixProcesses();
  const below = (parent: number): readonly Process[] =>
    all.filter(entry => entry.parent === parent).flatMap(entry => [entry, ...below(entry.pid)]);
  return below(root);
}

/** A bare Linux has no `ps`. */
function linuxProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

function unixProcesses(): readonly Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map(line => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)!;
    return { pid: Number(pid), parent: Number(parent), command: command! };
  });
}
