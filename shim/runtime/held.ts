/** What tasks have begun to await a moment ago. */

/** Of more awaits between two looks, the first ones are known: to keep all would cost busy programs too much. */
const MOST = 4096;

const promises: (object | undefined)[] = new Array<object | undefined>(MOST).fill(undefined);
const tasks = new Int32Array(MOST);
let count = 0;

/** Keeps `promise`, which `task` awaits, until `takeHeld` is called. */
export function hold(task: number, promise: object): void {
  if (count === MOST) return;
  promises[count] = promise;
  tasks[count++] = task;
}

/** Tells what is kept, and keeps it no longer. */
export function takeHeld(take: (task: number, promise: object) => void): void {
  for (let at = 0; at < count; at++) {
    take(tasks[at]!, promises[at]!);
    promises[at] = undefined;
  }
  count = 0;
}
