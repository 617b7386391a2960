/** CommonJS: each file passes through one method, behind the loaders of TypeScript that the program brings. */

import Module from 'node:module';
import type { SourceType } from '../transform/parse.ts';
import { isLibrary } from '../transform/libraries.ts';
import { isTypeScript, stripped } from './type-stripping.ts';

export type Compile = (this: Module, content: string, filename: string, format?: string, ...rest: unknown[]) => unknown;

/**
 * What is made of a file's code on its way to V8. `firstColumn` is that of the first character, as V8 is told to count:
 * negative where something was put before it.
 */
export type Treat = (path: string, code: string, type: SourceType, firstColumn?: number) => string;

export function watchCommonJs(treat: Treat): void {
  const prototype = Module.prototype as unknown as { _compile: Compile };
  const original = prototype._compile;
  const watching: { _compile: Compile } = {
    _compile(content, filename, format, ...rest) {
      const compiled = isTypeScript(format) ? withoutTypes(filename, content, format) : { content, format };
      if (typeof content !== 'string' || isLibrary(filename) || compiled === undefined) {
        return Reflect.apply(original, this, [content, filename, format, ...rest]);
      }
      const code = treat(filename, compiled.content, typeOf(filename, compiled.format));
      return Reflect.apply(original, this, [code, filename, compiled.format, ...rest]);
    },
  };
  prototype._compile = watching._compile;
}

/** What Node does next: `commonjs-typescript` becomes `commonjs`, and `typescript` alone is for Node to find out. */
function withoutTypes(
  path: string,
  content: string,
  format = '',
): { content: string; format: string | undefined } | undefined {
  const code = stripped(path, content);
  return code === undefined ? undefined : { content: code, format: /^(.*)-typescript$/.exec(format)?.[1] };
}

/** Where neither the name of a file nor a `package.json` says which it is, Node tries CommonJS first. */
function typeOf(filename: string, format: string | undefined): SourceType {
  if (format === 'module') return 'module';
  return format === undefined && !filename.endsWith('.cjs') ? 'unknown' : 'script';
}
