/** From the events of one stream to the graph of its tasks. */

import { EVENT_INTS, EventType, MAX_SUBJECT } from '../shared/trace/events.ts';
import type { EventChunk } from '../shared/trace/event-chunk.ts';
import type { Stream } from '../shared/trace/recording.ts';
import { Combinators } from './combinators.ts';
import type { Context, Graph, Ticks } from './graph.ts';
import { resourceKind } from './resource-kind.ts';
import { GrowingGraph, type GrowingPromise } from './growing.ts';

/** The graph of a stream that has been read. */
export function link(stream: Stream): Graph {
  const linker = new Linker(stream);
  for (const segment of stream.segments) for (const chunk of segment.chunks) linker.take(chunk);
  return linker.graph;
}

/** Follows a stream while it grows. */
export class Linker {
  readonly graph: GrowingGraph;
  readonly #names: ReadonlyMap<number, string>;
  readonly #combinators = new Combinators();
  /** Callbacks of resources that run, the innermost last. */
  readonly #macrotasks: number[] = [];
  /** The promise whose reaction runs, without a task. */
  #reaction = 0;
  #lastType = 0;
  #lastSubject = 0;

  constructor({ sites, names }: Pick<Stream, 'sites' | 'names'>) {
    this.graph = new GrowingGraph(sites);
    this.#names = names;
  }

  take({ base, events }: EventChunk): void {
    for (let at = 0; at < events.length; at += EVENT_INTS) {
      const head = events[at]!;
      const a = events[at + 1]!;
      this.#event(head >>> 27, head & MAX_SUBJECT, a, events[at + 2]!, events[at + 3]!, base);
      this.#lastType = head >>> 27;
      this.#lastSubject = a;
    }
  }

  #event(type: EventType, subject: number, a: number, b: number, c: number, base: Ticks): void {
    switch (type) {
      case EventType.TaskStart:
        this.#running(b);
        return this.graph.startTask(a, 'function', subject, b, this.#read(base, c));
      case EventType.BodyStart:
        this.#running(b);
        return this.graph.startTask(
          a,
          this.graph.sites.get(subject)?.kind === 'module' ? 'module' : 'generator',
          subject,
          b,
          this.#read(base, c),
        );
      case EventType.GeneratorResume:
        this.#running(b);
        return this.#resume(a, this.#read(base, c));
      case EventType.Await:
        this.#running(a);
        return this.#await(a, subject, b, this.#read(base, c));
      case EventType.Return:
        this.#running(a);
        this.graph.promise(a).follows = b;
        this.#read(base, c);
        return;
      case EventType.Throw:
        this.#running(a);
        return this.#outcome(a, 'rejected');
      case EventType.BodyEnd:
        return this.#end(a, this.#read(base, c));
      case EventType.Settle:
        return this.#settle(a, b, base, c);
      case EventType.Dropped:
        this.graph.dropped += a;
        return;
      default:
        return this.#connection(type, subject, a, b, c, base);
    }
  }

  /** Events about what lies between tasks. */
  #connection(type: EventType, subject: number, a: number, b: number, c: number, base: Ticks): void {
    switch (type) {
      case EventType.Promise:
        this.#running(b);
        this.graph.promise(a).context = b;
        return this.#combinators.made(this.graph.promise(a));
      case EventType.Wrapper:
        this.graph.promise(a).wraps = true;
        this.graph.promise(a).context = b;
        return;
      case EventType.Then:
        this.#running(c);
        return this.#derive(a, b, c);
      case EventType.Follow:
        return this.#follow(a, b, c);
      case EventType.ReactionStart:
        this.#reaction = a;
        return this.#react(a);
      case EventType.Reaction:
        this.#react(a);
        this.graph.promise(a).settled = true;
        this.graph.promise(a).settledBy = a;
        return;
      case EventType.ReactionEnd:
        this.#reaction = 0;
        this.#read(base, c);
        return this.#combinators.interrupted();
      case EventType.Unhandled:
        this.graph.promise(a).unhandled = true;
        return;
      case EventType.HandledLate:
        this.graph.promise(a).unhandled = false;
        return;
      case EventType.Collected:
        this.graph.promise(a).collected = true;
        return;
      case EventType.Discard:
        this.graph.promise(a).discardedAt = subject;
        return;
      case EventType.Idle:
        this.graph.idleAt = this.#read(base, c);
        return;
      default:
        return this.#callback(type, subject, a, b, c, base);
    }
  }

  /** Events about resources. */
  #callback(type: EventType, subject: number, a: number, b: number, c: number, base: Ticks): void {
    switch (type) {
      case EventType.Resource: {
        const type = this.#names.get(subject) ?? '';
        // Ticks and microtasks are told of when something happens in them, not when they are made.
        if (resourceKind(type) !== 'tick' && resourceKind(type) !== 'microtask') this.#running(b);
        this.graph.resources.set(a, { id: a, type, context: b, within: 0 });
        return;
      }
      case EventType.MacrotaskStart: {
        const resource = this.graph.resources.get(a);
        if (resource !== undefined) resource.within = this.#macrotasks.at(-1) ?? 0;
        this.#macrotasks.push(a);
        this.#reaction = 0;
        this.#read(base, c);
        return this.#combinators.interrupted();
      }
      case EventType.MacrotaskEnd:
        this.#macrotasks.pop();
        this.#read(base, c);
        return this.#combinators.interrupted();
    }
  }

  /** Reads a clock that counts from `base`. */
  #read(base: Ticks, clock: number): Ticks {
    return (this.graph.until = base + clock);
  }

  /** Whatever a task does shows that it goes on: since the last clock that was read, when something else ran. */
  #running(context: Context): void {
    if (context > 0) this.#resume(context, this.graph.until);
  }

  #resume(task: number, at: Ticks): void {
    const suspension = this.graph.tasks.get(task)?.awaits.at(-1);
    if (suspension !== undefined) suspension.until ??= at;
    if (suspension !== undefined) this.#reaction = 0;
  }

  #await(task: number, site: number, on: number, from: Ticks): void {
    this.#combinators.interrupted();
    if (on !== 0) this.graph.promise(on).consumers++;
    this.graph.tasks.get(task)?.awaits.push({ site, on, from, until: undefined });
  }

  #outcome(task: number, outcome: 'fulfilled' | 'rejected'): void {
    const ended = this.graph.tasks.get(task);
    if (ended?.outcome === 'pending') ended.outcome = outcome;
  }

  #end(task: number, at: Ticks): void {
    const ended = this.graph.tasks.get(task);
    if (ended === undefined) return;
    this.#outcome(task, 'fulfilled');
    ended.endedAt = at;
  }

  #settle(id: number, by: Context, base: Ticks, clock: number): void {
    const promise = this.graph.promise(id);
    promise.settled = true;
    promise.settledBy = by;
    if (this.graph.tasks.has(id)) {
      this.#running(by);
      this.#end(id, this.#read(base, clock));
    }
    if (this.#lastSubject !== id) return this.#combinators.settled(promise);
    if (this.#lastType === EventType.Promise) {
      promise.settledAtOnce = true;
      this.#combinators.settled(promise);
    } else if (this.#lastType === EventType.Then && promise.reactions === 0) this.#wasAwait(promise);
  }

  #derive(id: number, parent: number, context: Context): void {
    const derived = this.graph.promise(id);
    derived.parent = parent;
    derived.context = context;
    this.graph.promise(parent).consumers++;
    // The last one counts: `then` may combine some promises, and wait for what comes of it.
    if (this.#followedWithin(context)) this.graph.promise(context).follows = parent;
    this.#combinators.derived(id, parent, context);
  }

  /** Whether `context` is the job in which a promise calls `then` of what it was resolved with. */
  #followedWithin(context: Context): boolean {
    if (context <= 0 || context !== this.#reaction || this.graph.tasks.has(context)) return false;
    const { parent, reactions, wraps } = this.graph.promise(context);
    return parent === 0 || reactions > 1 || wraps;
  }

  #follow(helper: number, followed: number, follower: number): void {
    const promise = this.graph.promise(helper);
    promise.parent = followed;
    promise.context = follower;
    this.graph.promise(followed).consumers++;
    this.graph.promise(follower).follows = followed;
  }

  #react(id: number): void {
    this.#combinators.interrupted();
    const promise = this.graph.promise(id);
    promise.reactions++;
    const parent = promise.parent === 0 ? undefined : this.graph.promises.get(promise.parent);
    if (promise.reactions === 1 && parent !== undefined && !parent.settled) this.#wasAwait(promise);
  }

  /**
   * An await of code without sites looked like a `then` until now: it is settled, or runs, before its parent is
   * settled.
   */
  #wasAwait(wrapper: GrowingPromise): void {
    this.graph.promise(wrapper.parent).consumers--;
    wrapper.parent = 0;
    wrapper.wraps = true;
  }
}
