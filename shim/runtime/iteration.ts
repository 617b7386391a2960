/** What `for await` and `yield*` iterate over, with a look at each step. */

import { popTo } from './contexts.ts';
import { arm, armAny } from './promise-hooks.ts';
import { resumeGenerator } from './tasks.ts';

type Step = (this: unknown, ...values: unknown[]) => unknown;

interface AnyIterator {
  readonly next: Step;
  readonly return?: Step;
  readonly throw?: Step;
}

/** `before` runs ahead of each step, `after` with what the step gave. */
interface Watch {
  before(): void;
  after(result: unknown): void;
}

/** Wraps what a `for await` goes through: each round waits for a step. */
export function forAwait(task: number, site: number, iterable: unknown): unknown {
  return watched(
    iterable,
    awaiting(task, site, () => popTo(task)),
  );
}

/** Wraps what an async generator hands out by `yield*`. */
export function handOutAll(task: number, site: number, iterable: unknown): unknown {
  // The steps after a value that was handed out are taken at once when the next one is asked for.
  return watched(
    iterable,
    awaiting(task, site, () => resumeGenerator(task)),
  );
}

/** `yield*` in the form that TypeScript gives it: a helper takes the iterator, and waits for each step by `then`. */
export function adoptIterator(task: number, site: number, iterator: AnyIterator): unknown {
  return watchedIterator(iterator, adopting(task, site).async);
}

/** The same in the form that esbuild gives it: the helper takes what is iterated over. */
export function adoptIterable(task: number, site: number, iterable: unknown): unknown {
  return watched(iterable, adopting(task, site));
}

/** Two ways to wait for a step: for the promise it gave, or, of a sync iterator, for the promise of a value within. */
interface Waiting {
  readonly async: Watch;
  readonly sync: Watch;
}

function awaiting(task: number, site: number, before: () => void): Waiting {
  return {
    async: {
      before,
      after(result) {
        popTo(task);
        arm(task, site, result, 0);
      },
    },
    sync: {
      before,
      after(result) {
        popTo(task);
        armAny(task, site, (result as { value?: unknown } | null | undefined)?.value);
      },
    },
  };
}

/** Where a helper calls `then`, perhaps on a promise of its own. */
function adopting(task: number, site: number): Waiting {
  const before = (): void => resumeGenerator(task);
  const { sync } = awaiting(task, site, before);
  return {
    async: {
      before,
      after(result) {
        popTo(task);
        armAny(task, site, result);
      },
    },
    sync,
  };
}

function watched(iterable: unknown, waiting: Waiting): unknown {
  if (iterable === undefined || iterable === null) return iterable;
  const { [Symbol.asyncIterator]: asyncIterator } = iterable as { [Symbol.asyncIterator]?: unknown };
  if (typeof asyncIterator === 'function') {
    return {
      [Symbol.asyncIterator]: () => watchedIterator(asyncIterator.call(iterable) as AnyIterator, waiting.async),
    };
  }
  const { [Symbol.iterator]: iterator } = iterable as { [Symbol.iterator]?: unknown };
  if ((asyncIterator !== undefined && asyncIterator !== null) || typeof iterator !== 'function') return iterable;
  return { [Symbol.iterator]: () => watchedIterator(iterator.call(iterable) as AnyIterator, waiting.sync) };
}

function watchedIterator(iterator: AnyIterator, watch: Watch): AnyIterator {
  const { next } = iterator;
  const step =
    (method: Step): Step =>
    (...values) => {
      watch.before();
      const result = method.apply(iterator, values);
      watch.after(result);
      return result;
    };
  // Looked up when they are needed, as the language does.
  const optional = (method: unknown) => (typeof method === 'function' ? step(method as Step) : method) as Step;
  return {
    next: step(next),
    get return() {
      return optional(iterator.return);
    },
    get throw() {
      return optional(iterator.throw);
    },
  };
}
