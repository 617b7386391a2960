/** ES modules, on Node versions that let loaders run in the thread of the program. */

import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { builtinAskedFor } from './builtins.ts';
import type { Treat } from './commonjs.ts';
import { isLibrary } from '../transform/libraries.ts';
import { stripped } from './type-stripping.ts';

interface LoadResult {
  readonly format: string;
  readonly source: string | ArrayBuffer | Uint8Array | null | undefined;
}

interface SyncHooks {
  load(url: string, context: unknown, next: (url: string, context: unknown) => LoadResult): LoadResult;
}

/** Of Node 22.15 and later, which our types do not describe. */
interface ModuleApi {
  registerHooks?: (this: unknown, hooks: object) => { deregister(): void };
}
const api = nodeModule.default as unknown as ModuleApi;

const hooksWith = (treat: Treat): SyncHooks => ({
  load(url, context, next) {
    if (url.startsWith('node:')) builtinAskedFor(url);
    const loaded = next(url, context);
    if (loaded.source === null || loaded.source === undefined || !url.startsWith('file:')) return loaded;
    const path = fileURLToPath(url);
    if (isLibrary(path)) return loaded;
    switch (loaded.format) {
      case 'module':
        return { ...loaded, source: treat(path, textOf(loaded.source), 'module') };
      case 'module-typescript': {
        const code = stripped(path, textOf(loaded.source));
        return code === undefined ? loaded : { ...loaded, format: 'module', source: treat(path, code, 'module') };
      }
      default:
        return loaded;
    }
  },
});

/** Whether this Node has such hooks. */
export function watchModules(treat: Treat): boolean {
  const { registerHooks } = api;
  if (registerHooks === undefined) return false;
  const ours = hooksWith(treat);
  let registered = registerHooks.call(nodeModule.default, ours);
  // The last one to register sees the code first and what others make of it last: that has to be us.
  const again = {
    registerHooks(this: unknown, hooks: object) {
      const result = registerHooks.call(this, hooks);
      registered.deregister();
      registered = registerHooks.call(nodeModule.default, ours);
      return result;
    },
  };
  api.registerHooks = again.registerHooks;
  nodeModule.syncBuiltinESMExports();
  return true;
}

const decoder = new TextDecoder();
const textOf = (source: string | ArrayBuffer | Uint8Array): string =>
  typeof source === 'string' ? source : decoder.decode(source);
