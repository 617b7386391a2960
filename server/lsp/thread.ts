/** The worker thread and the compiler process below it: started together, ended together. */

import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';

export interface ThreadEvents {
  readonly message: (message: FromWorker) => void;
  /** The thread is gone, for whatever reason. Comes once. */
  readonly ended: (reason: string) => void;
}

export class AnalysisThread {
  readonly #worker: Worker;
  #compiler: number | undefined;
  #packageReader: number | undefined;

  constructor(program: URL, events: ThreadEvents) {
    // What a worker prints goes to the process's standard output by default: there the protocol is spoken.
    this.#worker = new Worker(program, { stdout: true });
    this.#worker.stdout.setEncoding('utf8').on('data', (line: string) => events.message({ kind: 'log', line }));
    this.#worker.on('message', (message: FromWorker) => {
      if (message.kind === 'compilerStarted') this.#compiler = message.pid;
      if (message.kind === 'packageReader') this.#packageReader = message.pid;
      events.message(message);
    });
    let reason = 'the thread was stopped';
    this.#worker.on('error', error => (reason = error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', () => {
      this.killCompiler();
      events.ended(reason);
    });
  }

  post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  /** The process id of the compiler started last, whether it still runs or not. */
  get compiler(): number | undefined {
    return this.#compiler;
  }

  /** Wakes a worker that waits for the compiler, or for the one that reads packages: its read ends with an error. */
  killCompiler(): void {
    kill(this.#packageReader);
    kill(this.#compiler);
  }

  /** Ends thread and compiler. In this order: a worker woken first would start a new compiler. */
  async end(): Promise<void> {
    const ended = this.#worker.terminate();
    this.killCompiler();
    await ended;
  }
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
