/** One compiler process: start, update, requests, and the certainty that its death is noticed as such. */

import { totalmem } from 'node:os';
import type { FileSystem } from 'typescript/unstable/fs';
import { API, type Snapshot } from 'typescript/unstable/sync';
import type { UpdateSnapshotParams } from 'typescript/unstable/proto';
import { channelOf, frameOf, type Channel, type Reply } from './channel.ts';
import { findCompiler } from './find-compiler.ts';
import { Requests, type Pace } from './requests.ts';

/** The process is gone: nothing that came from it is valid any more. */
export class CompilerDied extends Error {
  override readonly name = 'CompilerDied';
}

/** A `run` ends when its answer is there; a `session` lasts as long as an editor is open. */
export type Lifetime = 'run' | 'session';

/**
 * How much the heap may grow, in percent, before the Go runtime collects garbage. A run is over before most of
 * its garbage is worth collecting: 13 % less CPU for 6 % more memory than with 400 (bench/README.md).
 */
const HEAP_GROWTH: Readonly<Record<Lifetime, number>> = { run: 1600, session: 70 };

/** Bytes that are there for us: those of the machine, or fewer where a container says so. */
function memory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Variables of the Go runtime; beyond half of the memory it collects garbage whatever the growth. */
const environment = (lifetime: Lifetime): Readonly<Record<string, string>> => ({
  GOGC: String(HEAP_GROWTH[lifetime]),
  GOMEMLIMIT: `${Math.floor(memory() / 2)}B`,
});

export class CompilerProcess {
  readonly #api: API;
  readonly #channel: Channel;
  readonly #requests: Requests;

  /**
   * @param fs is called, if given, when the compiler looks at the disk; where it answers `undefined`, the disk's answer
   * counts
   */
  constructor(cwd: string, lifetime: Lifetime, pace: Pace, fs: FileSystem | undefined) {
    const options = { cwd, tsserverPath: findCompiler(), ...(fs && { fs }) };
    this.#api = withEnvironment(environment(lifetime), () => new API(options));
    this.#channel = channelOf(this.#api);
    this.#requests = new Requests(this.#channel, pace);
  }

  get pid(): number {
    return this.#channel.child.pid;
  }

  /** @throws CompilerDied also when the update is refused: the session cannot be trusted after that. */
  update(params: UpdateSnapshotParams): Snapshot {
    try {
      return this.#api.updateSnapshot(params);
    } catch (error) {
      throw new CompilerDied(messageOf(error));
    }
  }

  /**
   * Sends requests, written as JSON, without waiting: each has to be received before anything else talks to the
   * process.
   */
  send(method: string, bodies: readonly string[]): void {
    this.guard(() => this.#requests.send(bodies.map(body => frameOf(method, body))));
  }

  /** Waits for the reply to the request sent longest ago. @throws RequestMisread, after which only `close` is right */
  receive(): Reply {
    return this.guard(() => this.#requests.receive());
  }

  /** Runs anything that talks to the process. @throws CompilerDied when it is gone */
  guard<T>(talk: () => T): T {
    try {
      return talk();
    } catch (error) {
      if (isBrokenPipe(error)) throw new CompilerDied(messageOf(error));
      throw error;
    }
  }

  /** Ends the process without a word: asked politely, it would complain on standard error. */
  close(): void {
    try {
      process.kill(this.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    this.#channel.close();
  }
}

/** The client starts the process without a way to set its environment: it inherits ours. */
function withEnvironment<T>(variables: Readonly<Record<string, string>>, start: () => T): T {
  const before = Object.keys(variables).map(name => [name, process.env[name]] as const);
  for (const [name, value] of Object.entries(variables)) process.env[name] ??= value;
  try {
    return start();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
    }
  }
}

function isBrokenPipe(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    ['EPIPE', 'EBADF', 'ECONNRESET', 'EOF'].includes(code ?? '') ||
    /^Unexpected EOF|channel is closed/i.test(message ?? '')
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
