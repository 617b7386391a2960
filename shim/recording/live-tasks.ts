/** Which tasks are alive, from the events that are written: what a checkpoint holds. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType, MAX_SUBJECT } from '../../shared/trace/events.ts';

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const SETTLE_OF_NO_TASK = EventType.Settle << 27;

/** As many as there are events in a frame. */
const SLOTS = 4096;

/**
 * Most tasks end in the frame in which they began, and of many suspensions in one frame only the last counts: such
 * events are never taken into the map. Their places wait in a slot by the low bits of the task's number, until the
 * frame has ended or another task needs the slot.
 */
export class LiveTasks {
  readonly #tasks = new Map<number, Changing<LiveTask>>();
  /** Offsets of events, plus one; 0 for none. */
  readonly #starts = new Int32Array(SLOTS);
  readonly #awaits = new Int32Array(SLOTS);

  get size(): number {
    return this.#tasks.size;
  }

  /** `undefined` for what is no task that is alive. */
  get(task: number): LiveTask | undefined {
    return this.#tasks.get(task);
  }

  all(): LiveTask[] {
    return [...this.#tasks.values()];
  }

  /** Follows some events, whose clocks count from `base`. */
  take(events: Int32Array, base: number): void {
    const starts = this.#starts;
    const awaits = this.#awaits;
    for (let at = 0; at < events.length; at += EVENT_INTS) {
      const head = events[at]!;
      const type: EventType = head >>> 27;
      if (type > EventType.Settle || head === SETTLE_OF_NO_TASK) continue;
      const task = events[at + 1]!;
      const slot = task & (SLOTS - 1);
      if (isOfAnother(events, starts[slot]!, task) || isOfAnother(events, awaits[slot]!, task))
        this.#clear(slot, events, base);
      switch (type) {
        case EventType.TaskStart:
        case EventType.BodyStart:
          starts[slot] = at + 1;
          break;
        case EventType.Await:
          awaits[slot] = at + 1;
          break;
        case EventType.Settle:
        case EventType.BodyEnd:
          if (starts[slot] === 0) this.#tasks.delete(task);
          starts[slot] = 0;
          awaits[slot] = 0;
      }
    }
    for (let slot = 0; slot < SLOTS; slot++)
      if (starts[slot] !== 0 || awaits[slot] !== 0) this.#clear(slot, events, base);
  }

  /** Takes into the map what waits in a slot. */
  #clear(slot: number, events: Int32Array, base: number): void {
    const start = this.#starts[slot]!;
    const suspension = this.#awaits[slot]!;
    if (start !== 0) this.#begin(events, start - 1, base);
    if (suspension !== 0) this.#suspend(events, suspension - 1, base);
    this.#starts[slot] = 0;
    this.#awaits[slot] = 0;
  }

  #begin(events: Int32Array, at: number, base: number): void {
    const [head, task, context, clock] = operandsAt(events, at);
    const startedAt = base + clock;
    const site = head & MAX_SUBJECT;
    this.#tasks.set(task, { task, site, context, startedAt, awaitSite: 0, awaited: 0, since: startedAt });
  }

  #suspend(events: Int32Array, at: number, base: number): void {
    const [head, task, awaited, clock] = operandsAt(events, at);
    const live = this.#tasks.get(task);
    if (live === undefined) return;
    live.awaitSite = head & MAX_SUBJECT;
    live.awaited = awaited;
    live.since = base + clock;
  }
}

const isOfAnother = (events: Int32Array, place: number, task: number): boolean => place !== 0 && events[place] !== task;

const operandsAt = (events: Int32Array, at: number): [head: number, a: number, b: number, c: number] => [
  events[at]!,
  events[at + 1]!,
  events[at + 2]!,
  events[at + 3]!,
];
