/** Which tasks are alive, from the events that are written: what a checkpoint holds. */

import type { LiveTask } from '../../shared/trace/checkpoint.ts';
import { EVENT_INTS, EventType, MAX_SUBJECT } from '../../shared/trace/events.ts';

type Changing<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export class LiveTasks {
  readonly #tasks = new Map<number, Changing<LiveTask>>();

  get size(): number {
    return this.#tasks.size;
  }

  all(): LiveTask[] {
    return [...this.#tasks.values()];
  }

  /** Follows some events, whose clocks count from `base`. */
  take(events: Int32Array, base: number): void {
    for (let at = 0; at < events.length; at += EVENT_INTS) {
      const head = events[at]!;
      const task = events[at + 1]!;
      switch (head >>> 27) {
        case EventType.TaskStart:
        case EventType.BodyStart:
          this.#start(task, head & MAX_SUBJECT, events[at + 2]!, base + events[at + 3]!);
          break;
        case EventType.Await:
          this.#suspend(task, head & MAX_SUBJECT, events[at + 2]!, base + events[at + 3]!);
          break;
        case EventType.Settle:
        case EventType.BodyEnd:
          this.#tasks.delete(task);
      }
    }
  }

  #start(task: number, site: number, context: number, startedAt: number): void {
    this.#tasks.set(task, { task, site, context, startedAt, awaitSite: 0, awaited: 0, since: startedAt });
  }

  #suspend(task: number, awaitSite: number, awaited: number, since: number): void {
    const live = this.#tasks.get(task);
    if (live === undefined) return;
    live.awaitSite = awaitSite;
    live.awaited = awaited;
    live.since = since;
  }
}
