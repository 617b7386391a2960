/** What a promise waits for in the end: what a reader of "await x" wants to know. */

import type { Context, Graph, PromiseNode, Task } from './graph.ts';
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

export const causeOf = (graph: Graph, promise: number): Cause =>
  new Search(graph).promise(promise) ?? { kind: 'unknown' };

const VALUE: Cause = { kind: 'value' };

class Search {
  readonly #graph: Graph;
  readonly #seen = new Set<number>();
  readonly #contexts = new Set<Context>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  promise(id: number): Cause | undefined {
    if (id === 0) return VALUE;
    if (this.#seen.has(id)) return undefined;
    this.#seen.add(id);
    const promise = this.#graph.promises.get(id);
    if (promise === undefined) return undefined;
    const task = this.#graph.tasks.get(id);
    return task === undefined ? this.#plain(promise) : { kind: 'task', task };
  }

  #plain(promise: PromiseNode): Cause | undefined {
    const { follows, parent, inputs, settled, settledBy, id } = promise;
    if (isValue(promise)) return VALUE;
    if (inputs.length > 1) return this.#combined(inputs);
    const followed = follows === 0 ? undefined : this.promise(follows);
    if (followed !== undefined && (followed !== VALUE || parent === 0)) return followed;
    if (parent !== 0) return this.promise(parent);
    if (settled && settledBy === id && follows === 0) return VALUE;
    if (settled) return this.#context(settledBy) ?? this.#firstOf(inputs);
    return this.#firstOf(inputs) ?? { kind: 'pending' };
  }

  #firstOf([first]: readonly number[]): Cause | undefined {
    return first === undefined ? undefined : this.promise(first);
  }

  #combined(inputs: readonly number[]): Cause {
    // Each input by itself: two may lead to the same.
    return { kind: 'combined', causes: inputs.map(input => causeOf(this.#graph, input)) };
  }

  /** What made a context run. */
  #context(context: Context): Cause | undefined {
    if (context === 0 || this.#contexts.has(context)) return undefined;
    this.#contexts.add(context);
    if (context < 0) return this.#resource(-context);
    const task = this.#graph.tasks.get(context);
    return task === undefined ? this.#reaction(context) : { kind: 'settledBy', task };
  }

  #reaction(context: Context): Cause | undefined {
    const promise = this.#graph.promises.get(context);
    if (promise === undefined) return undefined;
    const { parent, follows, wraps } = promise;
    const found = parent !== 0 ? this.promise(parent) : follows !== 0 ? this.promise(follows) : undefined;
    if (found !== undefined && found !== VALUE) return found;
    // A reaction to what was settled already: whoever asked for it is the cause, unless that is the task itself.
    const wrapped = parent === 0 ? undefined : this.#graph.promises.get(parent);
    const creator = wrapped?.wraps || wraps ? wrapped?.context || promise.context : promise.context;
    if (creator === context || this.#graph.tasks.has(creator)) return found;
    return this.#context(creator) ?? found;
  }

  #resource(id: number): Cause | undefined {
    const resource = this.#graph.resources.get(id);
    if (resource === undefined) return undefined;
    const { type, context, within } = resource;
    const kind = resourceKind(type);
    const itself: Cause = { kind: 'resource', resource: kind };
    if (isExternal(kind)) return itself;
    if (kind === 'other' && within !== 0) return this.#context(-within) ?? itself;
    return this.#graph.tasks.has(context) ? itself : (this.#context(context) ?? itself);
  }
}

const isValue = ({ wraps, follows, reactions, settled, settledAtOnce }: PromiseNode): boolean =>
  settledAtOnce || (wraps && follows === 0 && reactions === 0 && settled);
