/** What tasks wait for that have been suspended a moment ago. */

/** Of tasks that share a slot, by the low bits of their numbers, only one is known. */
const SLOTS = 4096;

const promises: (object | undefined)[] = new Array<object | undefined>(SLOTS).fill(undefined);
/** 0 for an empty slot. */
const tasks = new Int32Array(SLOTS);

const slotOf = (task: number): number => task & (SLOTS - 1);

/** Keeps `promise`, which `task` awaits, until `release` or `takeHeld` is called. */
export function hold(task: number, promise: object): void {
  const slot = slotOf(task);
  // The one that has been there for longer is more likely to stay.
  if (tasks[slot] !== 0) return;
  tasks[slot] = task;
  promises[slot] = promise;
}

/** `task` goes on: to keep what it has awaited any longer would only be work for whoever collects garbage. */
export function release(task: number): void {
  const slot = slotOf(task);
  if (tasks[slot] !== task) return;
  tasks[slot] = 0;
  promises[slot] = undefined;
}

/** Tells what is kept, and keeps it no longer. */
export function takeHeld(take: (task: number, promise: object) => void): void {
  for (let slot = 0; slot < SLOTS; slot++) {
    const task = tasks[slot]!;
    if (task === 0) continue;
    take(task, promises[slot]!);
    release(task);
  }
}
