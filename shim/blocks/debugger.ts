/**
 * Where a debugger may be, nobody watches. It stops threads as it pleases, also ours and at their first line, and Node,
 * which waits for all of them before it ends, would wait forever. What it stops looks like a block, too.
 */

import type { open } from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { showAs } from '../function-text.ts';
import { whenAskedFor } from '../load/builtins.ts';
import { inspector } from './inspector.ts';
import { mainCells } from './own-pulse.ts';
import { Cell } from './pulse.ts';

/** Milliseconds to wait for the thread that watches, which may only just begin. */
const LONGEST_WAIT = 10_000;

/** Whether nobody watches, as far as is known. */
export const isDebugged = (): boolean => mainCells[Cell.debugged] !== 0;

/** To be called now and then: who asks the process from outside for its inspector is not heard by the program. */
export function lookForDebugger(): void {
  if (isMainThread && !isDebugged() && inspector?.url() !== undefined) leave();
}

/** Has the thread that watches end before the program, or what a debugger has loaded into it, opens the inspector. */
export function leaveToDebuggers(): void {
  for (const name of ['inspector', 'inspector/promises']) whenAskedFor(name, leaveBeforeOpening);
}

function leave(): void {
  Atomics.store(mainCells, Cell.debugged, 1);
  Atomics.notify(mainCells, Cell.debugged);
}

function leaveBeforeOpening(module: object): void {
  const host = module as { open: typeof open };
  const original = host.open;
  const leaving = {
    open(this: unknown, ...args: Parameters<typeof open>): Disposable {
      leave();
      Atomics.wait(mainCells, Cell.watching, 1, LONGEST_WAIT);
      return Reflect.apply(original, this, args);
    },
  };
  Object.defineProperties(leaving.open, Object.getOwnPropertyDescriptors(original));
  showAs(leaving.open, original);
  host.open = leaving.open;
  syncBuiltinESMExports();
}
