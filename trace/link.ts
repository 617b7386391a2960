/** From the events of one stream to the graph of its tasks. */

import { EVENT_INTS, EventType, MAX_SUBJECT } from '../shared/trace/events.ts';
import type { EventChunk } from '../shared/trace/event-chunk.ts';
import type { Segment, Stream } from '../shared/trace/recording.ts';
import type { Reason } from '../shared/trace/reason.ts';
import type { Site } from '../shared/trace/site.ts';
import type { Context, Gap, Graph, PromiseNode, Resource, Task, Ticks, Unsampled } from './graph.ts';
import { FLAG } from './graph/promises.ts';
import { Tables } from './graph/tables.ts';
import { OUTCOMES } from './graph/tasks.ts';
import { isDeferredJob } from './resource-kind.ts';
import { newBlock, type Block } from './blocks.ts';
import { RowMap } from './columns/row-map.ts';
import { PromiseLinks } from './link/promise-links.ts';
import { NOBODY, type Observer } from './link/observer.ts';
import { TaskStates } from './link/task-states.ts';
import { Turns } from './link/turns.ts';

/** The graph of a stream that has been read. */
export function link(stream: Stream): Graph {
  const linker = new Linker(stream);
  for (const segment of stream.segments) {
    linker.begin(segment);
    for (const chunk of segment.chunks) linker.take(chunk);
  }
  return linker.graph;
}

/** Follows a stream while it grows. */
export class Linker {
  readonly graph: LinkedGraph;
  readonly #observer: Observer;
  readonly #stacks: Stream['stacks'];
  readonly #tables: Tables;
  readonly #tasks: TaskStates;
  readonly #promises: PromiseLinks;
  readonly #turns: Turns;
  #lastType = 0;
  #lastSubject = 0;
  /** Whether events may be missing before the next checkpoint. */
  #gap = true;

  /** @param observer is told what happens while the graph grows */
  constructor(stream: Omit<Stream, 'segments'>, observer = NOBODY) {
    this.graph = new LinkedGraph(stream);
    this.#observer = observer;
    this.#stacks = stream.stacks;
    this.#tables = this.graph.tables;
    this.#tasks = new TaskStates(this.graph, observer);
    this.#turns = new Turns(this.#tables, observer);
    this.#promises = new PromiseLinks(this.#tables);
  }

  /** A segment begins. */
  begin({ alive, continues }: Pick<Segment, 'alive' | 'continues'>): void {
    if (!continues) this.#missing(alive?.length === 0);
    if (!this.#gap || alive === undefined) return;
    this.#tasks.resync(alive, this.graph.until);
    this.#gap = false;
  }

  take({ base, events }: EventChunk): void {
    this.#turns.beginFirst(base);
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
        return this.#tasks.start(a, 'function', subject, b, this.#read(base, c));
      case EventType.BodyStart:
        this.#running(b);
        return this.#tasks.start(a, this.#tasks.kindAt(subject), subject, b, this.#read(base, c));
      case EventType.GeneratorResume:
        this.#running(b);
        return this.#resume(a, this.#read(base, c), b);
      case EventType.Await:
        this.#running(a);
        return this.#await(a, subject, b, this.#read(base, c));
      case EventType.Return:
        this.#running(a);
        this.#promises.returns(a, b);
        return this.#tasks.returnPromise(a, this.#read(base, c));
      case EventType.Throw:
        this.#running(a);
        this.#promises.reject(a, subject);
        return this.#tasks.setOutcome(a, 'rejected');
      case EventType.BodyEnd:
        this.#running(a);
        this.#tasks.end(a, this.#read(base, c));
        return;
      case EventType.Settle:
        return this.#settle(a, b, base, c);
      case EventType.Dropped:
        this.#gap = true;
        this.graph.dropped += a;
        this.graph.gaps.push({ at: this.graph.until, events: a });
        return;
      case EventType.Unsampled:
        this.graph.unsampled.push({ at: this.#read(base, c), site: subject, tasks: a });
        return this.#observer.tasksUnsampled(subject, a);
      default:
        return this.#connection(type, subject, a, b, c, base);
    }
  }

  /** Events about what lies between tasks. */
  #connection(type: EventType, subject: number, a: number, b: number, c: number, base: Ticks): void {
    switch (type) {
      case EventType.Promise:
        this.#running(b);
        return this.#promises.make(a, b);
      case EventType.Wrapper:
        return this.#promises.makeWrapper(a, b);
      case EventType.Then:
        this.#running(c);
        return this.#promises.derive(a, b, c);
      case EventType.Follow:
        return this.#follow(a, b, c);
      case EventType.ReactionStart:
        return this.#promises.beginReaction(a);
      case EventType.Reaction:
        return this.#promises.settleByReaction(a, this.graph.until);
      case EventType.ReactionEnd:
        this.#promises.endReaction();
        this.#read(base, c);
        return this.#promises.interrupt();
      case EventType.Unhandled:
        this.#promises.reject(a, subject);
        return this.#promises.mark(a, FLAG.unhandled);
      case EventType.HandledLate:
        return this.#promises.unmark(a, FLAG.unhandled);
      case EventType.Collected:
        return this.#promises.mark(a, FLAG.collected);
      case EventType.Discard:
        return this.#promises.discard(a, subject);
      case EventType.Idle:
        this.#turns.end(this.graph.until);
        this.graph.idleAt = this.#read(base, c);
        return;
      case EventType.Block:
        this.graph.blocks.push(newBlock(this.#stacks.get(subject) ?? [], a, b >>> 0, this.#read(base, c)));
        return;
      default:
        return this.#callback(type, subject, a, b, c, base);
    }
  }

  /** Events about resources. */
  #callback(type: EventType, subject: number, a: number, b: number, c: number, base: Ticks): void {
    const { resources } = this.#tables;
    switch (type) {
      case EventType.Resource:
        // Ticks and microtasks are told of when something happens in them, not when they are made.
        if (!isDeferredJob(resources.typeOf(resources.add(a, subject, b, this.#tables.ownerOf(b))))) this.#running(b);
        return;
      case EventType.MacrotaskStart: {
        const before = this.graph.until;
        this.#turns.begin(a, this.#read(base, c), before);
        this.#promises.endReaction();
        return this.#promises.interrupt();
      }
      case EventType.MacrotaskEnd:
        this.#turns.endCallback();
        this.#read(base, c);
        return this.#promises.interrupt();
    }
  }

  /** Reads a clock that counts from `base`. */
  #read(base: Ticks, clock: number): Ticks {
    return (this.graph.until = base + clock);
  }

  /** Whatever a task does shows that it goes on: since the last clock that was read, when something else ran. */
  #running(context: Context): void {
    if (context > 0) this.#resume(context, this.graph.until, 0);
  }

  #resume(task: number, at: Ticks, caller: Context): void {
    if (this.#tasks.resume(task, at, caller)) this.#promises.endReaction();
  }

  #await(task: number, site: number, on: number, from: Ticks): void {
    this.#promises.interrupt();
    if (on !== 0) this.#promises.consume(on);
    this.#tasks.suspend(task, site, on, from);
  }

  /** A task that follows a promise has returned it, and does nothing more: `finally` has run. */
  #follow(helper: number, followed: number, follower: number): void {
    this.#running(follower);
    this.#promises.follow(helper, followed, follower);
    this.#tasks.returnPromise(follower, this.graph.until);
  }

  #settle(id: number, by: Context, base: Ticks, clock: number): void {
    if (this.#tables.tasks.find(id) !== 0) {
      this.#running(by);
      this.#inheritRejection(id);
      this.#tasks.end(id, this.#read(base, clock));
    } else if (clock !== 0) this.#read(base, clock);
    const repeated = this.#lastSubject === id ? this.#lastType : 0;
    const before = repeated === EventType.Promise ? 'made' : repeated === EventType.Then ? 'derived' : undefined;
    this.#promises.settle(id, by, this.graph.until, before);
  }

  /** A task that has returned a promise is rejected with it. */
  #inheritRejection(id: number): void {
    const { promises, tasks } = this.#tables;
    const followed = promises.follows.get(promises.find(id));
    if (followed === 0 || OUTCOMES[tasks.outcome[tasks.find(followed)]!] !== 'rejected') return;
    this.#promises.reject(id, promises.reason.get(promises.find(followed)));
    this.#tasks.setOutcome(id, 'rejected');
  }

  /** What comes before a segment is missing, unless it is the first and nothing was alive when it began. */
  #missing(nothingAlive: boolean): void {
    this.#gap = true;
    const { gaps, until } = this.graph;
    if (until > 0 || !nothingAlive) gaps.push({ at: until, events: undefined });
  }
}

class LinkedGraph implements Graph {
  readonly stream: Graph['stream'];
  readonly sites: ReadonlyMap<number, Site>;
  readonly reasons: ReadonlyMap<number, Reason>;
  readonly tables: Tables;
  readonly tasks: ReadonlyMap<number, Task>;
  readonly promises: ReadonlyMap<number, PromiseNode>;
  readonly resources: ReadonlyMap<number, Resource>;
  dropped = 0;
  readonly gaps: Gap[] = [];
  readonly unsampled: Unsampled[] = [];
  until: Ticks = 0;
  idleAt: Ticks | undefined;
  readonly blocks: Block[] = [];

  constructor(stream: Omit<Stream, 'segments'>) {
    const tables = new Tables(stream.names);
    this.stream = stream;
    this.sites = stream.sites;
    this.reasons = stream.reasons;
    this.tables = tables;
    this.tasks = new RowMap(tables.tasks);
    this.promises = new RowMap(tables.promises);
    this.resources = new RowMap(tables.resources);
  }
}
