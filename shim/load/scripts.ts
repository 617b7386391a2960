/** Code that a test runner puts together and hands to `node:vm`: that of vitest and of jest, which have loaders of their own. */

import { syncBuiltinESMExports } from 'node:module';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { defineCallsIn } from '../runtime/calls.ts';
import { cleanStackTraces } from '../stack-traces.ts';
import type { Treat } from './commonjs.ts';
import { isLibrary } from './libraries.ts';

type Options = vm.ScriptOptions | string | undefined;
type RunInContext = (this: vm.Script, context: vm.Context, ...rest: unknown[]) => unknown;

/** Scripts with insertions in them. */
const ours = new WeakSet<vm.Script>();

export function watchScripts(treat: Treat): void {
  const { Script, runInThisContext } = vm;
  const Watching = new Proxy(Script, {
    construct(target, [code, options, ...rest]: [string, Options, ...unknown[]], newTarget) {
      const changed = treated(treat, code, options);
      const script = Reflect.construct(target, [changed, options, ...rest], newTarget) as vm.Script;
      if (changed !== code) ours.add(script);
      return script;
    },
  });
  vm.Script = Watching;
  Object.defineProperty(Script.prototype, 'constructor', { value: Watching });
  const watching = {
    runInThisContext(code: string, options?: Options): unknown {
      return runInThisContext(treated(treat, code, options), options);
    },
  };
  vm.runInThisContext = watching.runInThisContext as typeof runInThisContext;
  syncBuiltinESMExports();
  bringCallsAlong(Script);
}

/** Other contexts have other global objects. */
function bringCallsAlong(Script: typeof vm.Script): void {
  const prototype = Script.prototype as unknown as { runInContext: RunInContext };
  const { runInContext } = prototype;
  const globalOf = new Script('globalThis');
  const watching: { runInContext: RunInContext } = {
    runInContext(context, ...rest) {
      if (ours.has(this)) prepare(Reflect.apply(runInContext, globalOf, [context]) as typeof globalThis);
      return Reflect.apply(runInContext, this, [context, ...rest]);
    },
  };
  prototype.runInContext = watching.runInContext;
}

function prepare(global: typeof globalThis): void {
  defineCallsIn(global);
  cleanStackTraces(global.Error);
}

/** Only what says which file it comes from: templates and the like are small, and many. */
function treated(treat: Treat, code: string, options: Options): string {
  const { filename, columnOffset = 0 } = typeof options === 'string' ? { filename: options } : (options ?? {});
  const path = typeof code === 'string' && typeof filename === 'string' ? pathOf(filename) : undefined;
  return path === undefined || isLibrary(path) ? code : treat(path, code, 'script', columnOffset);
}

/** `undefined` where it is no place on the disk. */
function pathOf(filename: string): string | undefined {
  const path = filename.startsWith('file:///') ? fileURLToPath(filename) : filename;
  return isAbsolute(path) ? path : undefined;
}
