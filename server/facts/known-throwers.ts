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

/** What to expect of a call of code without source, as far as exceptions go. */
export type Risk =
  | 'none'
  /** It throws for input that programs meet. */
  | 'throws'
  /** Nothing is known about it. */
  | 'unknown';

export function riskOf(symbol: SymbolInfo | undefined): Risk {
  if (!symbol || symbol.declarations.length === 0) return 'unknown';
  if (THROW.has(symbol.name)) return 'throws';
  if (isFromLib(symbol)) return 'none';
  const inNode = symbol.declarations.filter(one => packageOf(one) === 'node');
  if (inNode.length === 0) return 'unknown';
  if (symbol.name.endsWith('Sync')) return 'throws';
  return inNode.some(one => HARMLESS_NODE_MODULE.test(one.file)) ? 'none' : 'unknown';
}
