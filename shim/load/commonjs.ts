/** CommonJS: each file passes through one method, behind the loaders of TypeScript that the program brings. */

import Module from 'node:module';
import type { SourceType } from '../transform/parse.ts';
import { isLibrary } from './libraries.ts';

type Compile = (this: Module, content: string, filename: string, ...rest: unknown[]) => unknown;

/**
 * What is made of a file's code on its way to V8. `firstColumn` is that of the first character, as V8 is told to count:
 * negative where something was put before it.
 */
export type Treat = (path: string, code: string, type: SourceType, firstColumn?: number) => string;

export function watchCommonJs(treat: Treat): void {
  const prototype = Module.prototype as unknown as { _compile: Compile };
  const original = prototype._compile;
  const watching: { _compile: Compile } = {
    _compile(content, filename, ...rest) {
      const type = rest[0] === 'module' ? 'module' : 'script';
      const code =
        typeof content === 'string' && !isLibrary(filename) ? treat(filename, content, type) : content;
      return Reflect.apply(original, this, [code, filename, ...rest]);
    },
  };
  prototype._compile = watching._compile;
}
