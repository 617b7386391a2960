/**
 * Why a promise was rejected, told without running code of the program: no getter, no `toString`, no trap of a proxy.
 * Nothing of the reason is kept but its texts.
 */

import { types } from 'node:util';
import { LONGEST_MESSAGE, type Reason } from '../../shared/trace/reason.ts';

const { isProxy, isNativeError } = types;
const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;
const { apply } = Reflect;
const symbolText = Symbol.prototype.toString;

/** Classes of errors have few ancestors; whoever builds a chain without end is not followed. */
const MOST_ANCESTORS = 8;

/** An error, what has caused it, and what has caused that. */
const MOST_CAUSES = 2;

/** The getters of an error of Node's own, which has no properties. */
const GETTERS = new Set(['name', 'message'].map(key => getOwnPropertyDescriptor(DOMException.prototype, key)?.get));

/** Never throws. */
export function describeReason(value: unknown, causes = MOST_CAUSES): Reason {
  switch (typeof value) {
    case 'object':
      return value === null ? plain('null') : describeObject(value, causes);
    case 'function':
      return plain('a function');
    case 'string':
      return plain(`"${cut(value)}"`);
    case 'symbol':
      return plain(cut(apply(symbolText, value, [])));
    case 'bigint':
      // It may have millions of digits.
      return plain('a bigint');
    default:
      return plain(String(value));
  }
}

const plain = (message: string): Reason => ({ name: '', code: '', message });

function describeObject(it: object, causes: number): Reason {
  try {
    const line = lineOf(it);
    if (line.length === 0) return plain('a proxy');
    const told = { name: nameOf(line), code: textOf(property(line, 'code')), message: textOf(property(line, 'message')) };
    const cause = causes === 0 ? undefined : (property(line, 'cause') ?? firstOf(property(line, 'errors')));
    return cause === undefined ? told : { ...told, cause: describeReason(cause, causes - 1) };
  } catch {
    // Some objects of the language throw when they are looked at, such as modules that have not run yet.
    return plain('an object');
  }
}

/** An object and those that it inherits from, up to a proxy. */
type Line = readonly object[];

function lineOf(it: object): Line {
  const line: object[] = [];
  let holder: object | null = it;
  while (holder !== null && line.length <= MOST_ANCESTORS && !isProxy(holder)) {
    line.push(holder);
    holder = getPrototypeOf(holder) as object | null;
  }
  return line;
}

/** An error's own name, or that of its class, whichever is nearer. */
function nameOf(line: Line): string {
  const it = line[0]!;
  for (const holder of line) {
    const own = holder !== it || isNativeError(it) ? valueIn(it, holder, 'name') : undefined;
    if (isName(own)) return cut(own);
    const maker = valueIn(it, holder, 'constructor');
    const name = typeof maker === 'function' && !isProxy(maker) ? valueIn(maker, maker, 'name') : undefined;
    if (isName(name)) return cut(name);
  }
  return 'Object';
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

const firstOf = (list: unknown): unknown =>
  Array.isArray(list) && !isProxy(list) ? valueIn(list, list, '0') : undefined;

/** `undefined` also for what only code of the program could tell. */
function property(line: Line, key: string): unknown {
  for (const holder of line) if (hasOwn(holder, key)) return valueIn(line[0]!, holder, key);
  return undefined;
}

/** What `it` has from `holder`. */
function valueIn(it: object, holder: object, key: string): unknown {
  const descriptor = getOwnPropertyDescriptor(holder, key);
  if (descriptor === undefined) return undefined;
  if (hasOwn(descriptor, 'value')) return descriptor.value;
  return GETTERS.has(descriptor.get) ? apply(descriptor.get!, it, []) : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? cut(value) : typeof value === 'number' ? String(value) : '';

const cut = (text: string): string => (text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);
