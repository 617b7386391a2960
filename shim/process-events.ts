/** The end of the process, and what leads to it: seen on its way to the listeners, without being one. */

import { EventType } from '../shared/trace/events.ts';
import { quoteAsRun, quoteAsWritten } from './crash-header.ts';
import { clock, emit } from './runtime/events.ts';
import { begun } from './runtime/pending.ts';
import { shownThreadId } from './thread-ids.ts';
import { noteTelling, noteTold } from './unhandled.ts';

export interface ProcessWatch {
  /** The event loop has nothing left to do; `true` where it was given something, and nobody is to know of it yet. */
  idle(): boolean;
  /** Whether a module waits for something at its top level. */
  modulesWait(): boolean;
  /** All listeners for the end have run, or one of them ends the process at once. */
  ended(exitCode: number): void;
  /** The process sends itself a signal that may end it. */
  killing(): void;
  /** It did not. */
  survived(): void;
}

export function watchProcess({ idle, modulesWait, ended, ...kills }: ProcessWatch): void {
  watchExit(ended);
  watchKill(kills);
  const original = process.emit;
  const watching = {
    emit(this: NodeJS.Process, name: string | symbol, ...args: unknown[]): boolean {
      noteTelling(name, args);
      if (name === 'exit') quoteAsRun();
      if (name === 'beforeExit' && idle()) return false;
      // Before the listeners: what they ask for is to be told apart from what waits in vain.
      if (name === 'beforeExit') noteIdle();
      if (name === 'workerMessage') args[1] = shownThreadId(args[1] as number);
      try {
        const heard = Reflect.apply(original, this, [name, ...args]) as boolean;
        noteTold(name, args, heard);
        if (name === 'uncaughtException' && !heard) dies(args[0]);
        // Node warns of it next, before it lets any other code run.
        if (name === 'beforeExit' && !heard && modulesWait()) quoteAsWritten(undefined);
        return heard;
      } finally {
        if (name === 'exit') {
          ended(Number(process.exitCode ?? args[0]));
          if (fatal !== undefined) quoteAsWritten(fatal.error);
        }
      }
    },
  };
  process.emit = watching.emit as typeof process.emit;
}

/** What ends the program when the listeners for the end have run. */
let fatal: { readonly error: unknown } | undefined;

/** Nobody handles `error`. Listeners for the end come next, where they have not run yet. */
function dies(error: unknown): void {
  if ((process as { _exiting?: boolean })._exiting === true) quoteAsWritten(error);
  else fatal = { error };
}

/** The last call of `process.exit`: a listener for the end that calls it lets no other code run. */
function watchExit(ended: (exitCode: number) => void): void {
  const host = process as unknown as { reallyExit(code?: number): never };
  const original = host.reallyExit;
  const watching = {
    reallyExit(this: NodeJS.Process, code?: number): never {
      ended(Number(code ?? process.exitCode ?? 0));
      return Reflect.apply(original, this, [code]);
    },
  };
  host.reallyExit = watching.reallyExit;
}

/** What `process.kill` calls. */
function watchKill({ killing, survived }: Pick<ProcessWatch, 'killing' | 'survived'>): void {
  const host = process as unknown as { _kill(pid: number, signal: number): number };
  const original = host._kill;
  const own = [0, -1, process.pid, -process.pid];
  const watching = {
    _kill(this: NodeJS.Process, pid: number, signal: number): number {
      // Signal 0 asks whether a process is there.
      if (signal === 0 || !own.includes(pid)) return Reflect.apply(original, this, [pid, signal]);
      killing();
      try {
        return Reflect.apply(original, this, [pid, signal]);
      } finally {
        survived();
      }
    },
  };
  host._kill = watching._kill;
}

function noteIdle(): void {
  begun();
  emit(EventType.Idle, 0, 0, 0, clock());
}
