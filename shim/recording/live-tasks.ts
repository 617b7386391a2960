/** Which tasks are alive, from the events that are written: what a checkpoint holds. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType, MAX_SUBJECT, OF_TASK } from '../../shared/trace/events.ts';

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const SETTLE_OF_NO_TASK = EventType.Settle << 27;
const SETTLE_OF_TASK = SETTLE_OF_NO_TASK | OF_TASK;

/** As many as there are events in a frame. */
const SLOTS = 4096;

// What a slot holds: a task, 0 for none, and where it began and where it was last suspended, as offsets of events plus
// one, 0 for not in this frame.
const START = 1;
const AWAIT = 2;
const SLOT_INTS = 4;
/** All are empty between two frames. A constant, which V8 reaches in half the time of a field. */
const slots = new Int32Array(SLOTS * SLOT_INTS);
/** Those that were taken since the frame began. */
const taken = new Int32Array(SLOTS);

/**
 * Most tasks end in the frame in which they began, and of many suspensions in one frame only the last counts: such
 * events are never taken into the map. Their places wait in a slot by the low bits of the task's number, until the
 * frame has ended or another task needs the slot.
 */
export class LiveTasks {
  readonly #tasks = new Map<number, Changing<LiveTask>>();

  get size(): number {
    return this.#tasks.size;
  }

  /** `undefined` for what is no task that is alive. */
  get(task: number): LiveTask | undefined {
    return this.#tasks.get(task);
  }

  numbers(): number[] {
    return [...this.#tasks.keys()];
  }

  all(): LiveTask[] {
    return [...this.#tasks.values()];
  }

  /** Follows some events, whose clocks count from `base`. */
  take(events: Int32Array, base: number): void {
    const { length } = events;
    let count = 0;
    for (let at = 0; at < length; at += EVENT_INTS) {
      const head = events[at]!;
      // All other types but three have a larger number.
      if (head >>> 0 > SETTLE_OF_TASK || head === SETTLE_OF_NO_TASK) continue;
      const type: EventType = head >>> 27;
      const task = events[at + 1]!;
      const slot = (task & (SLOTS - 1)) * SLOT_INTS;
      if (slots[slot] !== task) {
        if (slots[slot] !== 0) this.#clear(slot, events, base);
        slots[slot] = task;
        taken[count++] = slot;
      }
      if (type === EventType.Await) slots[slot + AWAIT] = at + 1;
      else if (type <= EventType.BodyStart) slots[slot + START] = at + 1;
      else if (type >= EventType.BodyEnd) {
        if (slots[slot + START] === 0) this.#tasks.delete(task);
        slots[slot] = 0;
        slots[slot + START] = 0;
        slots[slot + AWAIT] = 0;
      }
    }
    for (let at = 0; at < count; at++) {
      const slot = taken[at]!;
      if (slots[slot] !== 0) this.#clear(slot, events, base);
    }
  }

  /** Takes into the map what waits in a slot. */
  #clear(slot: number, events: Int32Array, base: number): void {
    const start = slots[slot + START]!;
    const suspension = slots[slot + AWAIT]!;
    if (start !== 0) this.#begin(events, start - 1, base);
    if (suspension !== 0) this.#suspend(events, suspension - 1, base);
    slots[slot] = 0;
    slots[slot + START] = 0;
    slots[slot + AWAIT] = 0;
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

const operandsAt = (events: Int32Array, at: number): [head: number, a: number, b: number, c: number] => [
  events[at]!,
  events[at + 1]!,
  events[at + 2]!,
  events[at + 3]!,
];
