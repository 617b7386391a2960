/**
 * Loaded into a running process by `asynclens attach`. Its code stays as it is: tasks are recognised by the stack. What
 * is changed here is put back when nobody wants to know any more.
 */

import { promiseHooks } from 'node:v8';
import type { Invitation } from '../shared/trace/rendezvous.ts';
import { isLoaded } from './guest.ts';
import { clearInterval, every } from './natives.ts';
import { Recorder } from './recording/recorder.ts';
import { SocketSink } from './recording/socket-sink.ts';
import { flush, readClockSparsely, unrecorded, writeTo } from './runtime/events.ts';
import { after, before, init, settled } from './runtime/frame-tasks.ts';
import { keepNumbersOf } from './runtime/numbers.ts';
import { begun } from './runtime/pending.ts';
import { leaveOutReasons } from './runtime/reasons.ts';
import { canWatchResources, forgetResources, watchResources } from './runtime/resources.ts';
import { streamInfo } from './stream-info.ts';
import { fatalSoFar, noteTelling, noteTold } from './unhandled.ts';

/** Milliseconds after which events are sent at the latest, while the event loop turns. */
const FLUSH_INTERVAL = 100;

/** Under this name whoever has asked for the recording ends it. */
const END = Symbol.for('asynclens.endRecording');

/** What is told to the process, as JSON. */
export interface Attachment {
  readonly invitation: Invitation;
  /** Whether it is told why promises are rejected. */
  readonly reasons: boolean;
}

/** Begins to record this thread. `false` where it is recorded already. */
export function begin({ invitation, reasons }: Attachment): boolean {
  if (isLoaded() || END in globalThis) return false;
  if (!reasons) leaveOutReasons();
  const recorder = new Recorder(streamInfo('hooks'));
  const sink = new SocketSink(invitation);
  recorder.join(sink);
  writeTo(frame => recorder.take(frame));
  keepNumbersOf(() => recorder.alive.numbers());
  const stopHooks = promiseHooks.createHook({ init, before, after, settled });
  if (canWatchResources) {
    unrecorded(watchResources);
    readClockSparsely();
  }
  const end = (exitCode: number | undefined): void => {
    stopHooks();
    forgetResources();
    clearInterval(timer);
    restoreEmit();
    Reflect.deleteProperty(globalThis, END);
    begun();
    flush();
    recorder.end({ exitCode, ...fatalSoFar() });
    sink.close();
  };
  const restoreEmit = watchEmit(end);
  const timer = every(FLUSH_INTERVAL, () => {
    flush();
    if (!recorder.isHeard) end(undefined);
  });
  Object.defineProperty(globalThis, END, { value: () => end(undefined), configurable: true });
  return true;
}

/** Sees what `process` tells its listeners, without being one. A function that undoes that. */
function watchEmit(ended: (exitCode: number) => void): () => void {
  const own = Object.getOwnPropertyDescriptor(process, 'emit');
  const original = process.emit;
  const watching = {
    emit(this: NodeJS.Process, name: string | symbol, ...args: unknown[]): boolean {
      noteTelling(name, args);
      try {
        const heard = Reflect.apply(original, this, [name, ...args]) as boolean;
        noteTold(name, args, heard);
        return heard;
      } finally {
        if (name === 'exit') ended(Number(process.exitCode ?? args[0]));
      }
    },
  };
  const emit = watching.emit as typeof process.emit;
  process.emit = emit;
  return () => {
    // Somebody else may have put another one in its place since.
    if (process.emit !== emit) return;
    Reflect.deleteProperty(process, 'emit');
    if (own !== undefined) Object.defineProperty(process, 'emit', own);
  };
}
