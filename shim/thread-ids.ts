/** Threads have the numbers that they would have if one of them, which is ours, did not exist. */

import workerThreads from 'node:worker_threads';
import { syncBuiltinESMExports } from 'node:module';

/** Under this name the thread's number is handed on to all threads. */
const KEY = 'asynclens.hiddenThread';

let hidden = Infinity;

/** The number that a thread has for the program. Those that have ended have -1. */
export const shownThreadId = (thread: number): number => (thread > hidden ? thread - 1 : thread);

/** The program does not see that a thread has taken this number. To be called in the main thread. */
export function hideThread(thread: number): void {
  workerThreads.setEnvironmentData(KEY, thread);
  hideInThisThread(thread);
}

/** Does what the main thread has done. */
export function hideThreadOfOthers(): void {
  const thread = workerThreads.getEnvironmentData(KEY);
  if (typeof thread === 'number') hideInThisThread(thread);
}

function hideInThisThread(thread: number): void {
  hidden = thread;
  const { prototype } = workerThreads.Worker;
  const { get, ...property } = Object.getOwnPropertyDescriptor(prototype, 'threadId')!;
  const shown = {
    get threadId(): number {
      return shownThreadId(Reflect.apply(get!, this, []) as number);
    },
  };
  const getter = Object.getOwnPropertyDescriptor(shown, 'threadId')!.get!;
  Object.defineProperty(prototype, 'threadId', { ...property, get: getter });
  // What goes from thread to thread by `postMessageToThread` finds its way by these numbers.
  const own = workerThreads as { threadId: number };
  own.threadId = shownThreadId(own.threadId);
  syncBuiltinESMExports();
}
