/** Which functions without source throw when called. */

import type { SymbolInfo } from '../engine/questions.ts';
import { isFromLib, packageOf } from './origin.ts';

/** The standard library's functions that throw for input that programs meet. */
const THROW: ReadonlySet<string> = new Set([
  'BigInt',
  'RegExp',
  'URL',
  'atob',
  'decodeURI',
  'decodeURIComponent',
  'parse',
  'structuredClone',
]);

/** Modules of Node whose functions throw for wrong arguments only, which the type checker sees. */
const HARMLESS_NODE_MODULE = /\/(?:console|events|globals|path|perf_hooks|process|timers)(?:\.[\w.-]+)?\.d\.[mc]?ts$/;

/**
 * Whether a call has to be expected to throw. Of the standard library few functions are, of code that
 * nothing is known about all.
 */
export function throwsByItself(symbol: SymbolInfo | undefined): boolean {
  if (!symbol || symbol.declarations.length === 0) return true;
  if (THROW.has(symbol.name)) return true;
  if (isFromLib(symbol)) return false;
  return !symbol.declarations.some(one => packageOf(one) === 'node' && HARMLESS_NODE_MODULE.test(one.file));
}
