/** What a promise waits for in the end: what a reader of "await x" wants to know. */

import type { Context, Graph, Task } from './graph.ts';
import { FLAG, type PromiseTable } from './graph/promises.ts';
import { isExternal, resourceKind, type ResourceKind } from './resource-kind.ts';

export type Cause =
  /** A value that was there already. */
  | { readonly kind: 'value' }
  /** Another task: its promise, or one that takes over its outcome. */
  | { readonly kind: 'task'; readonly task: Task }
  /** Another task, which settled the promise by a call. */
  | { readonly kind: 'settledBy'; readonly task: Task }
  /** Several at once: the inputs of `Promise.all` and its like. */
  | { readonly kind: 'combined'; readonly causes: readonly Cause[] }
  | { readonly kind: 'resource'; readonly resource: ResourceKind }
  /** It is pending, and nothing is known of what could settle it. */
  | { readonly kind: 'pending' }
  /** It was settled, by something that left no trace. */
  | { readonly kind: 'unknown' };

export const causeOf = (graph: Graph, promise: number): Cause => new Causes(graph).of(promise);

const VALUE: Cause = { kind: 'value' };
const PENDING: Cause = { kind: 'pending' };
const UNKNOWN: Cause = { kind: 'unknown' };

/** A question has been asked, and its answer is not known yet. */
const ASKED: unique symbol = Symbol('asked');

/** `undefined` for a way that leads nowhere. */
type Found = Cause | undefined;
type Step = Found | typeof ASKED;

/** Longer ways are remembered. */
const LONG = 32;

/**
 * Ways are tried one after the other, until one leads to a cause. Chains of promises are as long as a program likes:
 * what remains to be done with an answer is kept in a list, not on the stack.
 */
export class Causes {
  readonly #graph: Graph;
  readonly #promises: PromiseTable;
  /** What is asked for. */
  #kind: 'promise' | 'context' = 'promise';
  #id = 0;
  readonly #remaining: ((found: Found) => Step)[] = [];
  /** What was asked for on the way from the last input of a combinator, or from the beginning. */
  #seen = new Seen();
  /** What combinators wait for, by number; `undefined` while that is being found out. */
  readonly #combined = new Map<number, Found>();
  /** Where long ways led from promises that are settled: others may join them. */
  readonly #known = new Map<number, Cause>();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#promises = graph.tables.promises;
  }

  /** What a promise waits for, or has waited for, as far as that is known by now. */
  of(promise: number): Cause {
    const row = this.#promises.find(promise);
    if (this.#promises.task[row] !== 0) return this.#task(row);
    this.#seen.clear();
    this.#combined.clear();
    const cause = this.#search(promise) ?? UNKNOWN;
    if (this.#promises.settledAt[row] !== Infinity && this.#seen.size > LONG) this.#known.set(promise, cause);
    return cause;
  }

  #search(promise: number): Found {
    let step = this.#ask('promise', promise);
    for (;;) {
      while (step === ASKED) step = this.#answer(this.#id);
      const remaining = this.#remaining.pop();
      if (remaining === undefined) return step;
      step = remaining(step);
    }
  }

  /** Asks, and gives the answer to `then`. */
  #ask(kind: 'promise' | 'context', id: number, then?: (found: Found) => Step): Step {
    if (then !== undefined) this.#remaining.push(then);
    this.#kind = kind;
    this.#id = id;
    return ASKED;
  }

  #answer(id: number): Step {
    if (id === 0) return this.#kind === 'promise' ? VALUE : undefined;
    if (this.#kind === 'context') {
      if (!this.#seen.addContext(id)) return undefined;
      return id < 0 ? this.#resource(-id) : this.#running(id);
    }
    return this.#seen.addPromise(id) ? (this.#known.get(id) ?? this.#promise(id)) : undefined;
  }

  /** `promise` is the row of a task's. */
  #task(promise: number): Cause {
    return { kind: 'task', task: this.#graph.tables.tasks.view(this.#promises.task[promise]!) };
  }

  #promise(id: number): Step {
    const promises = this.#promises;
    const row = promises.find(id);
    if (row === 0) return undefined;
    if (promises.task[row] !== 0) return this.#task(row);
    if (isValue(promises, row)) return VALUE;
    const inputs = promises.inputs.upTo(promises.lastInput.get(row));
    if (inputs.length > 1) return this.#combination(id, inputs);
    const follows = promises.follows.get(row);
    if (follows === 0) return this.#derived(row, inputs[0]);
    return this.#ask('promise', follows, found =>
      found !== undefined && (found !== VALUE || promises.parent[row] === 0) ? found : this.#derived(row, inputs[0]),
    );
  }

  /** What a promise waits for that follows no other. */
  #derived(row: number, input: number | undefined): Step {
    const { parent, settledAt, settledBy, follows, id } = this.#promises;
    if (parent[row] !== 0) return this.#ask('promise', parent[row]!);
    const settled = settledAt[row] !== Infinity;
    if (settled && settledBy[row] === id[row] && follows.get(row) === 0) return VALUE;
    if (!settled) return input === undefined ? PENDING : this.#ask('promise', input, it => it ?? PENDING);
    return this.#ask('context', settledBy[row]!, found =>
      found === undefined && input !== undefined ? this.#ask('promise', input) : found,
    );
  }

  #combination(id: number, inputs: readonly number[]): Step {
    // Of a combinator that waits for itself nothing more can be said.
    if (this.#combined.has(id)) return this.#combined.get(id) ?? PENDING;
    this.#combined.set(id, undefined);
    const causes: Cause[] = [];
    const outer = this.#seen;
    const next = (): Step => {
      // Each input by itself: two may lead to the same.
      this.#seen = new Seen();
      return this.#ask('promise', inputs[causes.length]!, found => {
        causes.push(found ?? UNKNOWN);
        if (causes.length < inputs.length) return next();
        this.#seen = outer;
        const cause: Cause = { kind: 'combined', causes };
        this.#combined.set(id, cause);
        return cause;
      });
    };
    return next();
  }

  /** What made the task or the reaction run. */
  #running(context: Context): Step {
    const task = this.#graph.tasks.get(context);
    if (task !== undefined) return { kind: 'settledBy', task };
    const promises = this.#promises;
    const row = promises.find(context);
    if (row === 0) return undefined;
    const source = promises.parent[row]! || promises.follows.get(row);
    if (source === 0) return this.#creator(row, undefined);
    return this.#ask('promise', source, found =>
      found !== undefined && found !== VALUE ? found : this.#creator(row, found),
    );
  }

  /** A reaction to what was settled already: whoever asked for it is the cause, unless that is the task itself. */
  #creator(row: number, found: Found): Step {
    const { parent, context, id, task } = this.#promises;
    const source = parent[row] === 0 ? 0 : this.#promises.find(parent[row]!);
    const wrapped = source !== 0 && this.#promises.has(source, FLAG.wraps);
    const creator =
      wrapped || this.#promises.has(row, FLAG.wraps) ? context[source]! || context[row]! : context[row]!;
    if (creator === id[row] || task[this.#promises.find(creator)] !== 0) return found;
    return this.#ask('context', creator, it => it ?? found);
  }

  #resource(id: number): Step {
    const resource = this.#graph.resources.get(id);
    if (resource === undefined) return undefined;
    const { type, context, within } = resource;
    const kind = resourceKind(type);
    const itself: Cause = { kind: 'resource', resource: kind };
    if (isExternal(kind)) return itself;
    if (kind === 'other' && within !== 0) return this.#ask('context', -within, it => it ?? itself);
    if (this.#graph.tasks.has(context)) return itself;
    return this.#ask('context', context, it => it ?? itself);
  }
}

const isValue = (promises: PromiseTable, row: number): boolean =>
  promises.has(row, FLAG.settledAtOnce) ||
  (promises.has(row, FLAG.wraps) &&
    promises.follows.get(row) === 0 &&
    promises.reactions[row] === 0 &&
    promises.settledAt[row] !== Infinity);

class Seen {
  readonly #promises = new Set<number>();
  readonly #contexts = new Set<Context>();

  get size(): number {
    return this.#promises.size + this.#contexts.size;
  }

  clear(): void {
    this.#promises.clear();
    this.#contexts.clear();
  }

  /** Whether it is new. */
  addPromise(id: number): boolean {
    return this.#promises.size !== this.#promises.add(id).size;
  }

  /** Whether it is new. */
  addContext(id: Context): boolean {
    return this.#contexts.size !== this.#contexts.add(id).size;
  }
}
