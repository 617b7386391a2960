/** Which tasks are alive, from the events that are written: what a checkpoint holds. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType, MAX_SUBJECT } from '../../shared/trace/events.ts';

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Most tasks end in the chunk in which they began, and are never looked up in a map: their numbers lie close
 * together, so
 * arrays tell where in the chunk they started and where they suspended last.
 */
const CLOSE = 1 << 15;

export class LiveTasks {
  readonly #tasks = new Map<number, Changing<LiveTask>>();
  /** By number of the task less that of the chunk's first: the offset of the event, plus one; 0 for none. */
  readonly #starts = new Int32Array(CLOSE);
  readonly #awaits = new Int32Array(CLOSE);

  get size(): number {
    return this.#tasks.size;
  }

  all(): LiveTask[] {
    return [...this.#tasks.values()];
  }

  /** Follows some events, whose clocks count from `base`. */
  take(events: Int32Array, base: number): void {
    let first = 0;
    let last = -1;
    for (let at = 0; at < events.length; at += EVENT_INTS) {
      const type: EventType = events[at]! >>> 27;
      if (type > EventType.Settle) continue;
      const task = events[at + 1]!;
      const starts = type === EventType.TaskStart || type === EventType.BodyStart;
      if (last === -1 && starts) first = task;
      const near = task - first;
      if (last === -1 && !starts) this.#follow(events, at, base);
      else if (near < 0 || near >= CLOSE) this.#follow(events, at, base);
      else {
        if (near > last) last = near;
        this.#note(type, near, at + 1, task);
      }
    }
    this.#keepSurvivors(events, base, last);
  }

  #note(type: EventType, near: number, offset: number, task: number): void {
    switch (type) {
      case EventType.TaskStart:
      case EventType.BodyStart:
        this.#starts[near] = offset;
        break;
      case EventType.Await:
        this.#awaits[near] = offset;
        break;
      case EventType.Settle:
      case EventType.BodyEnd:
        if (this.#starts[near] === 0) this.#tasks.delete(task);
        this.#starts[near] = 0;
        this.#awaits[near] = 0;
    }
  }

  #keepSurvivors(events: Int32Array, base: number, last: number): void {
    for (let near = 0; near <= last; near++) {
      const start = this.#starts[near]!;
      const suspension = this.#awaits[near]!;
      if (start !== 0) this.#follow(events, start - 1, base);
      if (suspension !== 0) this.#follow(events, suspension - 1, base);
    }
    this.#starts.fill(0, 0, last + 1);
    this.#awaits.fill(0, 0, last + 1);
  }

  /** Takes one event into the map. */
  #follow(events: Int32Array, at: number, base: number): void {
    const head = events[at]!;
    const task = events[at + 1]!;
    const b = events[at + 2]!;
    const site = head & MAX_SUBJECT;
    const clock = base + events[at + 3]!;
    switch (head >>> 27) {
      case EventType.TaskStart:
      case EventType.BodyStart:
        this.#tasks.set(task, { task, site, context: b, startedAt: clock, awaitSite: 0, awaited: 0, since: clock });
        break;
      case EventType.Await: {
        const live = this.#tasks.get(task);
        if (live === undefined) break;
        live.awaitSite = site;
        live.awaited = b;
        live.since = clock;
        break;
      }
      case EventType.Settle:
      case EventType.BodyEnd:
        this.#tasks.delete(task);
    }
  }
}
