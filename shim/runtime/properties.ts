/** Properties of foreign objects, read without running code of the program: no getter, no trap of a proxy. */

import { types } from 'node:util';

const { isProxy } = types;
const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;
const { apply } = Reflect;

/** Classes of errors have few ancestors; whoever builds a chain without end is not followed. */
const MOST_ANCESTORS = 8;

/** The getters of an error of Node's own, which has no properties. */
const GETTERS = new Set(['name', 'message'].map(key => getOwnPropertyDescriptor(DOMException.prototype, key)?.get));

/** An object and those that it inherits from, up to a proxy. */
export type Line = readonly object[];

/** An object and those that it inherits from, as far as that can be told without running code of the program. */
export function lineOf(it: object): Line {
  const line: object[] = [];
  let holder: object | null = it;
  while (holder !== null && line.length <= MOST_ANCESTORS && !isProxy(holder)) {
    line.push(holder);
    holder = getPrototypeOf(holder) as object | null;
  }
  return line;
}

/** `undefined` also for what only code of the program could tell. */
export function property(line: Line, key: string): unknown {
  for (const holder of line) if (hasOwn(holder, key)) return valueIn(line[0]!, holder, key);
  return undefined;
}

/** What `it` has from `holder`. */
export function valueIn(it: object, holder: object, key: string): unknown {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  if (descriptor === undefined) return undefined;
  if (hasOwn(descriptor, 'value')) return descriptor.value;
  return GETTERS.has(descriptor.get) ? apply(descriptor.get!, it, []) : undefined;
}
