/** What `await using` disposes of at the end of its block, with a look at each wait for that. */

import { popTo } from './contexts.ts';
import { armAny } from './promise-hooks.ts';

type Dispose = (this: unknown) => unknown;

interface Disposable {
  readonly [key: symbol]: Dispose | null | undefined;
}

/** Of Node 20.4 and later, and older ones that were taught it. */
const ASYNC_DISPOSE = Symbol.asyncDispose as symbol | undefined;
const DISPOSE = Symbol.dispose as symbol | undefined;

/** Stands in for `value` where it is disposed of. */
export function disposed(task: number, site: number, value: Disposable | null | undefined): unknown {
  if (value === null || value === undefined || ASYNC_DISPOSE === undefined) return value;
  const inTime = value[ASYNC_DISPOSE];
  const dispose = inTime ?? value[DISPOSE!];
  // The language complains of it.
  if (typeof dispose !== 'function') return value;
  return {
    [ASYNC_DISPOSE]() {
      popTo(task);
      const result = Reflect.apply(dispose, value, []);
      popTo(task);
      // Nobody waits for what a method returns that disposes at once.
      const awaited = inTime ? result : undefined;
      // Where it is no promise, V8 puts one around it in a way that looks like any other promise.
      armAny(task, site, awaited);
      return awaited;
    },
  };
}
