/**
 * Why a promise was rejected, told without running code of the program: no getter, no `toString`, no trap of a proxy.
 * Nothing of the reason is kept but its texts.
 */

import { types } from 'node:util';
import { LONGEST_MESSAGE, type Reason } from '../../shared/trace/reason.ts';
import { lineOf, property, valueIn, type Line } from './properties.ts';

const { isProxy, isNativeError } = types;
const { apply } = Reflect;
const symbolText = Symbol.prototype.toString;

/** An error, what has caused it, and what has caused that. */
const MOST_CAUSES = 2;

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
    const told = {
      name: nameOf(line),
      code: textOf(property(line, 'code')),
      message: textOf(property(line, 'message')),
    };
    const cause = causes === 0 ? undefined : (property(line, 'cause') ?? firstOf(property(line, 'errors')));
    return cause === undefined ? told : { ...told, cause: describeReason(cause, causes - 1) };
  } catch {
    // Some objects of the language throw when they are looked at, such as modules that have not run yet.
    return plain('an object');
  }
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

const textOf = (value: unknown): string =>
  typeof value === 'string' ? cut(value) : typeof value === 'number' ? String(value) : '';

const cut = (text: string): string => (text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text);
