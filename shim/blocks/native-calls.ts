/**
 * Functions of Node and of V8 that work for long before they come back. Nobody can look at the stack meanwhile, and
 * afterwards it is too late: so they look themselves, whether it is wanted, when they come back.
 */

import childProcess from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import { showAs } from '../function-text.ts';
import { native, pulse, returnFrom, returnLate } from './blocks.ts';
import { Cell } from './pulse.ts';

const { cells } = pulse;

type Holder = Record<string, unknown>;
type Native = (this: unknown, ...values: unknown[]) => unknown;

/** All whose names end in `Sync`, and these. */
const OTHERS: readonly (readonly [name: string, holder: object, keys: readonly string[]])[] = [
  ['fs', fs, []],
  ['crypto', crypto, ['hash', 'sign', 'verify', 'randomBytes']],
  ['zlib', zlib, []],
  ['child_process', childProcess, []],
  ['JSON', JSON, ['parse', 'stringify']],
  ['', globalThis, ['structuredClone']],
];

export function watchNativeCalls(): void {
  for (const [name, holder, keys] of OTHERS) {
    const synchronous = Object.keys(holder).filter(key => key.endsWith('Sync'));
    for (const key of [...keys, ...synchronous]) watch(holder as Holder, key, name === '' ? key : `${name}.${key}`);
  }
  syncBuiltinESMExports();
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
      try {
        return Reflect.apply(original as Native, this, values);
      } finally {
        native.running = caller;
        // Not in a function of its own: V8 interrupts code where a function begins.
        const asked = cells[Cell.asked]!;
        if (asked === cells[Cell.turn]) {
          cells[Cell.asked] = -asked;
          returnFrom(name);
        } else if (asked === -cells[Cell.turn]!) returnLate(name);
      }
    },
  }.call;
  Object.defineProperties(watched, Object.getOwnPropertyDescriptors(original));
  showAs(watched, original);
  Object.defineProperty(holder, key, { ...property, value: watched });
}
