/**
 * Proof that a task can never resume: what it awaits was collected as garbage, so nobody was left that could settle it.
 * Nothing is kept alive for that, but for a moment: what a task awaits is kept until somebody has looked whether the
 * task still waits, and from then on by a weak reference.
 */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { EventType } from '../shared/trace/events.ts';
import type { LiveTask } from '../shared/trace/checkpoint.ts';
import { setImmediate } from './natives.ts';
import { emit, exactClock } from './runtime/events.ts';
import { takeHeld } from './runtime/held.ts';
import { idOf } from './runtime/stamp.ts';

/** More tasks than that are not watched at a time. */
const MOST_WATCHED = 10_000;

interface Watched {
  readonly promise: number;
  readonly reference: WeakRef<object>;
}

const watched = new Map<number, Watched>();

/** To be called between turns of the event loop, with the tasks that are alive, by number. */
export function noteCollected(alive: { get(task: number): LiveTask | undefined }): void {
  for (const [task, { promise, reference }] of watched) {
    if (alive.get(task)?.awaited !== promise) watched.delete(task);
    else if (reference.deref() === undefined) {
      watched.delete(task);
      emit(EventType.Collected, 0, promise, 0, exactClock());
    }
  }
  takeHeld((task, it) => {
    const promise = idOf(it);
    // A promise that stands for another one would prove nothing of that.
    if (watched.size < MOST_WATCHED && promise !== 0 && alive.get(task)?.awaited === promise) {
      watched.set(task, { promise, reference: new WeakRef(it) });
    }
  });
}

/** Collects garbage in the next turn of the event loop, which goes on for that. `look` is to call `noteCollected`. */
export function collectAll(look: () => void): void {
  // V8 keeps what a weak reference was made for until the turn ends.
  look();
  setImmediate(() => {
    collectGarbage();
    look();
  });
}

/** Whether or not the program was started with `--expose-gc`. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
