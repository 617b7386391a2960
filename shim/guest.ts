/** Where the shim keeps out. */

import { basename } from 'node:path';

const LOADED = Symbol.for('asynclens.loaded');

/** Programs that start the one that people mean, which inherits our environment; links to them have no extension. */
const LAUNCHERS = /^(?:npm|npx|yarn|pnpm|pnpx|corepack)(?:-cli)?(?:\.[cm]?js)?$/;

/** Whether this thread runs a program that was meant to be traced, and is not traced yet. */
export function isGuest(): boolean {
  if (isLoaded() || LAUNCHERS.test(basename(process.argv[1] ?? '')) || isLoaderThread()) return false;
  Object.defineProperty(globalThis, LOADED, { value: true });
  return true;
}

/** Whether this thread is recorded from its start. */
export const isLoaded = (): boolean => LOADED in globalThis;

/** More frames than there are before a program begins. With `Infinity`, V8 aborts Node 26 where a debugger is attached. */
const ALL_FRAMES = 10_000;

/** Node runs off-thread loaders in a worker of its own, which loads what the program was told to load. */
function isLoaderThread(): boolean {
  const limit = Error.stackTraceLimit;
  // Frozen, with `--frozen-intrinsics`: there is nothing that we could do in this thread.
  if (!Reflect.set(Error, 'stackTraceLimit', ALL_FRAMES)) return true;
  const { stack } = new Error();
  Error.stackTraceLimit = limit;
  return stack!.includes('(node:internal/modules/esm/worker');
}
