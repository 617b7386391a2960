/** TypeScript as Node itself makes JavaScript of it, from Node 22.13 on. */

import nodeModule from 'node:module';
import type { Compile } from './commonjs.ts';

interface StripOptions {
  readonly mode: 'strip' | 'transform';
  readonly sourceMap?: boolean;
  readonly sourceUrl?: string;
}

const { stripTypeScriptTypes } = nodeModule as unknown as {
  stripTypeScriptTypes?: (code: string, options: StripOptions) => string;
};

/** Node tells of a `.ts` file in its own words what it will make of it. */
export const isTypeScript = (format: unknown): boolean => typeof format === 'string' && format.endsWith('typescript');

const { _compile: compile } = nodeModule.prototype as unknown as { _compile: Compile };
let warned = false;

/** In some versions, and with some options, Node warns when it first compiles TypeScript, which it does here. */
function warnAsNode(path: string): void {
  if (warned) return;
  warned = true;
  Reflect.apply(compile, new nodeModule(path), ['', path, 'commonjs-typescript']);
}

/** `undefined` for what Node cannot compile either, which it says best itself. */
export function stripped(path: string, code: string): string | undefined {
  if (stripTypeScriptTypes === undefined) return undefined;
  warnAsNode(path);
  const { emitWarning } = process;
  // Node warns of this function when it is first called: that is our doing, unlike what it says of TypeScript.
  process.emitWarning = (...args: unknown[]) => {
    if (!String(args[0]).startsWith('stripTypeScriptTypes')) Reflect.apply(emitWarning, process, args);
  };
  try {
    return stripTypeScriptTypes(code, optionsFor(path));
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** With `--experimental-transform-types`, code moves: a map leads back. */
function optionsFor(path: string): StripOptions {
  const { typescript } = process.features as { typescript?: unknown };
  return typescript === 'transform' ? { mode: 'transform', sourceMap: true, sourceUrl: path } : { mode: 'strip' };
}
