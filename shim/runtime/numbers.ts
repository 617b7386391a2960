/** Numbers for promises. A program that runs for weeks makes more of them than there are small integers. */

/** So that number and role together are one in which V8 calculates fast, and a negative one is a resource. */
export const LAST_NUMBER = 2 ** 29 - 1;

let last = 0;
/** The next one that is not to be given. */
let skipped = LAST_NUMBER + 1;
/** Those behind it, the nearest last. */
let taken: number[] = [];
let tasksAlive: () => readonly number[] = () => [];

/** `tasks` is asked for the numbers of tasks that are alive when all numbers were given. */
export function keepNumbersOf(tasks: () => readonly number[]): void {
  tasksAlive = tasks;
}

/** As if so many numbers were given already. */
export function countFrom(given: number): void {
  last = given;
}

/**
 * The number for a new promise, or for a task without one: from 1 on to the last one, and then again from 1 on, but for
 * those of tasks that are still alive.
 */
export function nextId(): number {
  if (++last === skipped) skip();
  return last;
}

function skip(): void {
  while (last === skipped) {
    if (last > LAST_NUMBER) {
      last = 1;
      taken = tasksAlive().toSorted((a, b) => b - a);
    } else last++;
    skipped = taken.pop() ?? LAST_NUMBER + 1;
  }
}

/**
 * The low bits of one of Node's numbers of resources, which may be any integer; 0, which is none, once in a while.
 * Node's are floats, as what may be -0 is, with which V8 is slow to calculate; these are integers.
 */
export const resourceNumber = (asyncId: number): number => asyncId & LAST_NUMBER;
