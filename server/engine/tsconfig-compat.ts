/**
 * TypeScript 7 removed options that many projects still have. It loads such a project, but resolves none
 * of its imports, so every imported type would be `any`. What the compiler reads is therefore rewritten
 * to the nearest options that it knows; the file on disk stays as it is.
 */

import { dirname, relative } from 'node:path/posix';
import { parse } from 'jsonc-parser';

interface CompilerOptions {
  baseUrl?: string;
  paths?: Record<string, readonly string[]>;
  module?: string;
  moduleResolution?: string;
  target?: string;
  [option: string]: unknown;
}

const REMOVED = ['downlevelIteration', 'outFile', 'noImplicitUseStrict', 'keyofStringsOnly', 'charset', 'out'];

/**
 * The text of a tsconfig with removed options replaced, or `undefined` when nothing in it has to change.
 * `text` may be any JSON file: one without `compilerOptions` is left alone.
 * @param file absolute path, for options that are relative to it.
 */
export function modernise(file: string, text: string): string | undefined {
  if (!text.includes('compilerOptions')) return undefined;
  const config = parse(text, [], { allowTrailingComma: true }) as { compilerOptions?: CompilerOptions } | undefined;
  const options = config?.compilerOptions;
  if (!options) return undefined;
  const before = JSON.stringify(options);
  moderniseBaseUrl(options, dirname(file));
  moderniseModules(options);
  if (/^es[35]$/i.test(options.target ?? '')) options.target = 'es2015';
  for (const option of REMOVED) delete options[option];
  return JSON.stringify(options) === before ? undefined : JSON.stringify(config);
}

/** `baseUrl` let any bare import mean a file below it: the same as a catch-all in `paths`. */
function moderniseBaseUrl(options: CompilerOptions, folder: string): void {
  if (options.baseUrl === undefined) return;
  const base = options.baseUrl.startsWith('/') ? relative(folder, options.baseUrl) : options.baseUrl;
  const below = (path: string) => (path.startsWith('/') ? path : `./${base}/${path}`.replaceAll('/./', '/'));
  const paths = Object.entries(options.paths ?? {}).map(([name, targets]) => [name, targets.map(below)] as const);
  options.paths = { ...Object.fromEntries(paths), '*': options.paths?.['*']?.map(below) ?? [below('*')] };
  delete options.baseUrl;
}

/** `node10` and `classic` resolution went; `bundler` finds all that they found, and `exports` besides. */
function moderniseModules(options: CompilerOptions): void {
  if (/^(node|node10|classic)$/i.test(options.moduleResolution ?? '')) options.moduleResolution = 'bundler';
  if (/^(amd|umd|system|none)$/i.test(options.module ?? '')) options.module = 'esnext';
}
