/** Suspended async functions in a heap, and which of them wait for which. */

import type { FunctionPlace, Heap } from './heap/heap.ts';

export interface SuspendedFunction {
  /** By which the inspector finds it. */
  readonly id: number;
  /** The function's; empty for an anonymous one, and for a module. */
  readonly name: string;
  /** Where the function begins. */
  readonly place: FunctionPlace;
  /** Those that it waits for, directly or through promises of others. */
  readonly waitsFor: SuspendedFunction[];
}

/** What V8 attaches to an awaited promise so that a function goes on: its context holds the function. */
const RESUMES = /^\(Async(?:Function|Generator)AwaitResolveClosure builtin/;

/** What settles another promise: its context holds that promise, or what knows of it. */
const PASSES_ON = /^\((?:Promise\w*ElementClosure|PromiseCapabilityDefaultRe(?:solve|ject)) builtin/;

const REACTION = 'system / PromiseReaction';
const CAPABILITY = 'system / PromiseCapability';
const REQUEST = 'system / AsyncGeneratorRequest';

/** @param isForeign whether a script is not of the program: its functions are looked through, and not listed */
export function suspendedIn(heap: Heap, isForeign: (script: string) => boolean): SuspendedFunction[] {
  return new Search(heap, isForeign).all();
}

class Search {
  readonly #heap: Heap;
  readonly #isForeign: (script: string) => boolean;
  /** By row of the closure that makes it go on: the row of the suspended function. */
  readonly #resumed = new Map<number, number>();
  /** By row. */
  readonly #functions = new Map<number, SuspendedFunction>();

  constructor(heap: Heap, isForeign: (script: string) => boolean) {
    this.#heap = heap;
    this.#isForeign = isForeign;
  }

  all(): SuspendedFunction[] {
    this.#findSuspended();
    for (const [row, awaited] of this.#functions) {
      for (const waiter of this.#waitersOf(row)) this.#functions.get(waiter)!.waitsFor.push(awaited);
    }
    return [...this.#functions.values()];
  }

  #findSuspended(): void {
    const heap = this.#heap;
    const awaited = new Set<number>();
    for (let row = 0; row < heap.nodeCount; row++) {
      if (heap.typeOf(row) === 'hidden' && heap.nameOf(row) === REACTION) {
        for (const { to } of heap.edgesOf(row)) awaited.add(to);
      }
      if (heap.typeOf(row) !== 'closure' || !RESUMES.test(this.#codeOf(row))) continue;
      const generator = this.#target(this.#target(row, 'context'), 'extension');
      if (generator !== undefined) this.#resumed.set(row, generator);
    }
    // A function that has ended may still have its closure, but no promise has a reaction that would call it.
    for (const [closure, generator] of this.#resumed) if (awaited.has(closure)) this.#list(generator);
  }

  #list(generator: number): void {
    const place = this.#heap.placeOf(generator);
    const closure = this.#target(generator, 'function');
    if (place === undefined || closure === undefined || this.#isForeign(place.script)) return;
    const [id, name] = [this.#heap.idOf(generator), this.#heap.nameOf(closure)];
    this.#functions.set(generator, { id, name, place, waitsFor: [] });
  }

  /** Rows of the functions that go on when a function ends, or hands out a value. */
  #waitersOf(generator: number): Set<number> {
    const waiters = new Set<number>();
    const reached = new Set(this.#promisesOf(generator));
    for (const row of reached) {
      const resumed = this.#resumed.get(row);
      if (resumed === undefined) for (const next of this.#next(row)) reached.add(next);
      else if (this.#functions.has(resumed)) waiters.add(resumed);
      else for (const promise of this.#promisesOf(resumed)) reached.add(promise);
    }
    waiters.delete(generator);
    return waiters;
  }

  /** What a promise that is settled sets going: reactions, what they call, promises that these settle. */
  *#next(row: number): Generator<number> {
    const isPromise = this.#isPromise(row);
    const from = this.#heap.typeOf(row) === 'closure' ? this.#target(row, 'context') : row;
    if (from === undefined) return;
    for (const { kind, name, to } of this.#heap.edgesOf(from)) {
      const isReaction = this.#heap.nameOf(to) === REACTION;
      if (isPromise ? name === 'reactions_or_result' && isReaction : kind === 'hidden' && this.#isLink(to)) yield to;
    }
  }

  /** Whether something lies between two promises. */
  #isLink(row: number): boolean {
    const name = this.#heap.nameOf(row);
    if (name === REACTION || name === CAPABILITY || this.#isPromise(row)) return true;
    return this.#heap.typeOf(row) === 'closure' && this.#leadsOn(row);
  }

  #leadsOn(closure: number): boolean {
    return this.#resumed.has(closure) || PASSES_ON.test(this.#codeOf(closure));
  }

  /** That of an async function, or those of a generator's requests for values. */
  *#promisesOf(generator: number): Generator<number> {
    for (const { kind, to } of this.#heap.edgesOf(generator)) {
      if (kind !== 'hidden') continue;
      if (this.#isPromise(to)) yield to;
      else if (this.#heap.nameOf(to) === REQUEST) yield* this.#promisesOf(to);
    }
  }

  /** A promise, also of a class of its own. */
  #isPromise(row: number): boolean {
    if (this.#heap.typeOf(row) !== 'object') return false;
    for (const { name } of this.#heap.edgesOf(row)) if (name === 'reactions_or_result') return true;
    return false;
  }

  #codeOf(closure: number): string {
    const code = this.#target(closure, 'code');
    return code === undefined ? '' : this.#heap.nameOf(code);
  }

  #target(row: number | undefined, name: string): number | undefined {
    if (row === undefined) return undefined;
    for (const edge of this.#heap.edgesOf(row)) if (edge.name === name) return edge.to;
    return undefined;
  }
}
