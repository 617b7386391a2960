/**
 * Functions of Node and of V8 that work for long before they come back. Nobody can look at the stack meanwhile, and
 * afterwards it is too late: so they look themselves, whether it is wanted, when they come back.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { showAs } from '../function-text.ts';
import { whenAskedFor } from '../load/builtins.ts';
import { now } from '../monotonic.ts';
import { native, returnFrom, returnLate, returnUnwatched } from './blocks.ts';
import { isDebugged } from './debugger.ts';
import { pulse } from './own-pulse.ts';
import { Cell } from './pulse.ts';

const { cells } = pulse;

type Holder = Record<string, unknown>;
type Native = (this: unknown, ...values: unknown[]) => unknown;

/** Modules that take long to load. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  crypto: ['hash', 'sign', 'verify', 'randomBytes'],
  zlib: [],
  child_process: [],
};

export function watchNativeCalls(): void {
  watchAll('', globalThis, ['structuredClone']);
  watchAll('JSON.', globalThis.JSON, ['parse', 'stringify']);
  watchAll('fs.', fs, []);
  syncBuiltinESMExports();
  for (const [name, keys] of Object.entries(LATE)) {
    whenAskedFor(name, module => {
      watchAll(`${name}.`, module, keys);
      syncBuiltinESMExports();
    });
  }
}

/** All whose names end in `Sync`, and those with these keys. */
function watchAll(prefix: string, holder: object, keys: readonly string[]): void {
  const synchronous = Object.keys(holder).filter(key => key.endsWith('Sync'));
  for (const key of [...keys, ...synchronous]) watch(holder as Holder, key, prefix + key);
}

function watch(holder: Holder, key: string, name: string): void {
  const property = Object.getOwnPropertyDescriptor(holder, key);
  const original: unknown = property?.value;
  // Frozen, or of another version of Node.
  if (typeof original !== 'function' || !property!.configurable) return;
  const watched = {
    call(this: unknown, ...values: unknown[]): unknown {
      const caller = native.running;
      native.running = name;
      const began = isDebugged() ? now() : undefined;
      try {
        return Reflect.apply(original as Native, this, values);
      } finally {
        // Not in a function of its own: V8 interrupts code where a function begins.
        const asked = cells[Cell.asked]!;
        if (began !== undefined) returnUnwatched(name, began);
        else if (asked === cells[Cell.turn]) {
          cells[Cell.asked] = -asked;
          returnFrom(name);
        } else if (asked === -cells[Cell.turn]!) returnLate(name);
        native.running = caller;
      }
    },
  }.call;
  Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original));
  showAs(watched, original);
  Object.defineProperty(holder, key, { ...property, value: watched });
}
