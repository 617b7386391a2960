/**
 * Code that a test runner puts together and hands to `node:vm`: that of vitest and of jest, which have loaders of their
 * own.
 */

import { syncBuiltinESMExports } from 'node:module';
import vm from 'node:vm';
import { defineCallsIn } from '../runtime/calls.ts';
import { cleanStackTraces } from '../stack-traces.ts';
import type { Treat } from './commonjs.ts';
import { ownFile } from './named-code.ts';

type Options = vm.BaseOptions | string | undefined;
type RunInContext = (this: vm.Script, context: vm.Context, ...rest: unknown[]) => unknown;

/** Scripts with insertions in them. */
const ours = new WeakSet<vm.Script>();

export function watchScripts(treat: Treat): void {
  const { Script, compileFunction, runInThisContext } = vm;
  const prepare = preparing(Script);
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
    compileFunction(code: string, params?: readonly string[], options?: vm.CompileFunctionOptions): unknown {
      const changed = treated(treat, code, options);
      if (changed !== code && options?.parsingContext) prepare(options.parsingContext);
      return compileFunction(changed, params, options);
    },
  };
  vm.runInThisContext = watching.runInThisContext as typeof runInThisContext;
  vm.compileFunction = watching.compileFunction as typeof compileFunction;
  syncBuiltinESMExports();
  bringCallsAlong(Script, prepare);
}

type PrepareContext = (context: vm.Context) => void;

/** Other contexts have other global objects. */
function preparing(Script: typeof vm.Script): PrepareContext {
  const globalOf = new Script('globalThis');
  const { runInContext } = Script.prototype;
  return context => {
    const global = runInContext.call(globalOf, context) as typeof globalThis;
    defineCallsIn(global);
    cleanStackTraces(global.Error);
  };
}

function bringCallsAlong(Script: typeof vm.Script, prepare: PrepareContext): void {
  const prototype = Script.prototype as unknown as { runInContext: RunInContext };
  const { runInContext } = prototype;
  const watching: { runInContext: RunInContext } = {
    runInContext(context, ...rest) {
      if (ours.has(this)) prepare(context);
      return Reflect.apply(runInContext, this, [context, ...rest]);
    },
  };
  prototype.runInContext = watching.runInContext;
}

/** Only what says which file it comes from: templates and the like are small, and many. */
function treated(treat: Treat, code: string, options: Options): string {
  const { filename, columnOffset = 0 } = typeof options === 'string' ? { filename: options } : (options ?? {});
  const path = typeof code === 'string' && typeof filename === 'string' ? ownFile(filename) : undefined;
  return path === undefined ? code : treat(path, code, 'script', columnOffset);
}
