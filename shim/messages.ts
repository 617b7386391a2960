/** Runners of tests kill the processes and threads that run them as soon as they have heard of the results. */

import { MessagePort, isMainThread } from 'node:worker_threads';
import { now } from './monotonic.ts';
import { flush } from './runtime/events.ts';

/** Milliseconds: who sends many messages is not slowed down by each. */
const INTERVAL = 5;

/** What happened before a message is written before the message is sent. */
export function flushBeforeMessages(): void {
  let last = 0;
  const flushNow = (): void => {
    if (now() - last < INTERVAL) return;
    flush();
    last = now();
  };
  if (isMainThread) watchSend(flushNow);
  else watchPorts(flushNow);
}

function watchSend(flushNow: () => void): void {
  if (process.send === undefined) return;
  const original = process.send as (...args: unknown[]) => boolean;
  const watching = {
    send(this: NodeJS.Process, ...args: unknown[]): boolean {
      flushNow();
      return Reflect.apply(original, this, args);
    },
  };
  const { name, length } = original;
  process.send = Object.defineProperties(watching.send, { name: { value: name }, length: { value: length } });
}

function watchPorts(flushNow: () => void): void {
  const prototype = MessagePort.prototype as unknown as { postMessage(...args: unknown[]): void };
  const original = prototype.postMessage;
  const watching = {
    postMessage(this: MessagePort, ...args: unknown[]): void {
      flushNow();
      Reflect.apply(original, this, args);
    },
  };
  prototype.postMessage = watching.postMessage;
}
