/** Runs a command and measures it together with every process that it starts. Linux only: it reads /proc. */

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface Measurement {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Seconds from start to exit. */
  readonly wall: number;
  /** Seconds of user and system time of all processes. */
  readonly cpu: number;
  /** The highest sum of resident memory over all processes at one moment, in bytes. */
  readonly memory: number;
}

const SAMPLE_EVERY_MS = 20;

const systemNumber = (name: string): number => Number(execFileSync('getconf', [name], { encoding: 'utf8' }));

/** The processes below one root, read from time to time while they run. */
class ProcessTree {
  readonly #page = systemNumber('PAGESIZE');
  readonly #ticksPerSecond = systemNumber('CLK_TCK');
  readonly #alive = new Set<number>();
  /** Clock ticks that each process had used when it was seen last. */
  readonly #ticks = new Map<number, number>();
  #memory = 0;

  constructor(root: number) {
    this.#alive.add(root);
  }

  /** Looks at every process once. A process whose parent has ended stays in the tree. */
  sample(): void {
    let memory = 0;
    // A Set also visits what is added to it on the way, so children of children are found in one pass.
    for (const pid of this.#alive) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        // The second field is the program's name in parentheses and may hold anything; the rest is plain.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        this.#ticks.set(pid, Number(fields[11]) + Number(fields[12]));
        memory += Number(fields[21]) * this.#page;
        for (const child of childrenOf(pid)) this.#alive.add(child);
      } catch {
        // The process ended between two samples, or between two reads of one sample.
        this.#alive.delete(pid);
      }
    }
    this.#memory = Math.max(this.#memory, memory);
  }

  get memory(): number {
    return this.#memory;
  }

  get cpu(): number {
    return [...this.#ticks.values()].reduce((sum, ticks) => sum + ticks, 0) / this.#ticksPerSecond;
  }
}

function childrenOf(pid: number): number[] {
  const list = (thread: string): string => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1');
  return readdirSync(`/proc/${pid}/task`).flatMap(thread => list(thread).split(' ').filter(Boolean).map(Number));
}

/** Runs a command to its end. Its exit code is not judged. Rejects when it cannot be started. */
export async function measure(command: Command): Promise<Measurement> {
  // The shell's `times` knows the exact time of the processes that were waited for; it goes to descriptor 3.
  const script = '"$@" </dev/null; code=$?; times >&3; exit $code';
  const started = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', command.program, ...command.args], {
    cwd: command.cwd,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (child.pid === undefined) await exited;
  const tree = new ProcessTree(child.pid!);
  const sampler = setInterval(() => tree.sample(), SAMPLE_EVERY_MS);
  const ended = exited
    .finally(() => clearInterval(sampler))
    .then(exitCode => ({ exitCode, wall: (performance.now() - started) / 1000 }));
  const [{ exitCode, wall }, stdout, stderr, times] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
    text(child.stdio[3] as Readable),
  ]);
  // Both miss something (`times` what nobody waited for, sampling what happened after the last sample).
  return { exitCode, stdout, stderr, wall, cpu: Math.max(tree.cpu, waitedSeconds(times)), memory: tree.memory };
}

/** Reads `times`: two lines, the shell's own and its children's, each such as `0m1.250s 0m0.110s`. */
function waitedSeconds(times: string): number {
  const children = times.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}
