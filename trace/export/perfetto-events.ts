/** What happened in a thread, as events of Perfetto. */

import { reasonInWords } from '../../shared/trace/reason.ts';
import type { Ticks } from '../graph.ts';
import { OUTCOMES } from '../graph/tasks.ts';
import { readyAt } from '../states.ts';
import { reasonOf } from '../rejections.ts';
import type { Thread } from '../thread.ts';
import { Causes } from '../waits-on.ts';
import { awaitedTasks, parentOf } from './flows.ts';
import { Message } from './protobuf.ts';
import { ANNOTATIONS, CATEGORIES, nameOfType, OTHER_NAMES } from './perfetto-names.ts';
import { ANNOTATION, EVENT, EVENT_TYPE, NEEDS_INTERNED, PACKET, TRACE } from './perfetto-schema.ts';

const NANOSECONDS_PER_TICK = 100;
const PIECE_BYTES = 1 << 16;

export interface Placement {
  /** Number of the sequence of packets. */
  readonly sequence: number;
  /** Uuid of the thread's track. */
  readonly track: number;
  /** Uuids of tracks, by site and lane. */
  readonly lanes: ReadonlyMap<number, readonly number[]>;
  /** What is added to all times, in nanoseconds. */
  readonly offset: number;
}

/** Flows have numbers of 64 bits: the upper half tells apart threads, and starts from awaits. */
const FLOW = { start: 0, await: 1 } as const;

export class ThreadEvents {
  readonly #thread: Thread;
  readonly #placement: Placement;
  readonly #causes: Causes;
  #piece = new Message();

  constructor(thread: Thread, placement: Placement) {
    this.#thread = thread;
    this.#placement = placement;
    this.#causes = new Causes(thread.graph);
  }

  *pieces(): Generator<Uint8Array> {
    const { tasks, turns } = this.#thread.graph.tables;
    for (let turn = 1; turn < turns.end; turn++) {
      this.#turn(turn);
      if (this.#piece.bytes.length > PIECE_BYTES) yield this.#take();
    }
    for (let task = 1; task < tasks.end; task++) {
      this.#task(task);
      if (this.#piece.bytes.length > PIECE_BYTES) yield this.#take();
    }
    yield this.#take();
  }

  #take(): Uint8Array {
    const { bytes } = this.#piece;
    this.#piece = new Message();
    return bytes;
  }

  #turn(turn: number): void {
    const { resources, turns } = this.#thread.graph.tables;
    const { track } = this.#placement;
    const resource = resources.find(turns.resource[turn]!);
    const name = resource === 0 ? OTHER_NAMES.firstTurn : nameOfType(resources.type[resource]!);
    this.#write(turns.from[turn]!, this.#begin(track, name, CATEGORIES.turn));
    this.#write(Math.min(turns.until[turn]!, this.#thread.graph.until), end(track));
  }

  #task(task: number): void {
    const { awaits, tasks } = this.#thread.graph.tables;
    const site = tasks.site[task]!;
    const id = tasks.id[task]!;
    const track = this.#trackOf(task);
    const starter = this.#start(task);
    const begin = this.#begin(track, this.#nameAt(site), CATEGORIES.task, site)
      .message(EVENT.annotation, new Message().uint(ANNOTATION.name, ANNOTATIONS.task).uint(ANNOTATION.uint, id))
      .message(EVENT.annotation, this.#outcome(task))
      .fixed64(EVENT.flow, this.#flow(FLOW.await), id);
    const reason = reasonOf(this.#thread.graph, id);
    if (reason !== undefined) begin.message(EVENT.annotation, annotation(ANNOTATIONS.reason, reasonInWords(reason)));
    if (starter) begin.fixed64(EVENT.endOfFlow, this.#flow(FLOW.start), id);
    this.#write(tasks.startedAt[task]!, begin);
    for (const suspension of awaits.listUpTo(tasks.lastAwait[task]!)) this.#suspension(suspension, track);
    // A slice without an end is one that goes on.
    if (tasks.endedAt[task] !== Infinity) this.#write(tasks.endedAt[task]!, end(track));
  }

  /** Marks where a task is started by another one, if it is. */
  #start(task: number): boolean {
    const { graph } = this.#thread;
    const { startedAt, id } = graph.tables.tasks;
    const parent = parentOf(graph, task);
    if (parent === 0) return false;
    const mark = event(EVENT_TYPE.instant, this.#trackOf(parent))
      .uint(EVENT.name, OTHER_NAMES.start)
      .fixed64(EVENT.flow, this.#flow(FLOW.start), id[task]!);
    this.#write(startedAt[task]!, mark);
    return true;
  }

  #suspension(suspension: number, track: number): void {
    const { graph } = this.#thread;
    const { awaits } = graph.tables;
    const site = awaits.site[suspension]!;
    const until = awaits.until[suspension]!;
    const begin = this.#begin(track, this.#nameAt(site), CATEGORIES.await, site);
    for (const task of awaitedTasks(this.#causes, awaits.on[suspension]!)) {
      begin.fixed64(EVENT.flow, this.#flow(FLOW.await), task);
    }
    this.#write(awaits.from[suspension]!, begin);
    const ready = readyAt(graph, suspension);
    if (ready < until) {
      this.#write(ready, this.#begin(track, OTHER_NAMES.ready, CATEGORIES.await));
      if (until !== Infinity) this.#write(until, end(track));
    }
    if (until !== Infinity) this.#write(until, end(track));
  }

  #write(at: Ticks, content: Message): void {
    const { sequence, offset } = this.#placement;
    const packet = new Message()
      .uint(PACKET.timestamp, Math.round(at * NANOSECONDS_PER_TICK + offset))
      .uint(PACKET.sequence, sequence)
      .uint(PACKET.sequenceFlags, NEEDS_INTERNED)
      .message(PACKET.event, content);
    this.#piece.message(TRACE.packet, packet);
  }

  #begin(track: number, name: number, category: number, site = 0): Message {
    const begin = event(EVENT_TYPE.begin, track).uint(EVENT.name, name).uint(EVENT.category, category);
    return this.#thread.graph.sites.has(site) ? begin.uint(EVENT.source, site) : begin;
  }

  #outcome(task: number): Message {
    return annotation(ANNOTATIONS.outcome, OUTCOMES[this.#thread.graph.tables.tasks.outcome[task]!]!);
  }

  #trackOf(task: number): number {
    const { lane, site } = this.#thread.graph.tables.tasks;
    return this.#placement.lanes.get(site[task]!)![lane[task]!]!;
  }

  #nameAt(site: number): number {
    return this.#thread.graph.sites.has(site) ? site : OTHER_NAMES.unknown;
  }

  #flow(kind: number): number {
    return this.#placement.sequence * 2 + kind;
  }
}

const annotation = (name: number, text: string): Message =>
  new Message().uint(ANNOTATION.name, name).text(ANNOTATION.text, text);
const event = (type: number, track: number): Message => new Message().uint(EVENT.type, type).uint(EVENT.track, track);
const end = (track: number): Message => event(EVENT_TYPE.end, track);
