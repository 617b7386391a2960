/**
 * What runs at the moment: a stack of contexts, as events name them (see `EventType`).
 * Synchronous code of a task can start others; each is pushed, and taken away when it suspends, settles or returns.
 * Where that was missed, since code threw, the next call by a task that is known to run puts things right.
 */

import { UNSAMPLED } from '../../shared/trace/events.ts';

let stack = new Int32Array(256);
let depth = 0;
/** The callback of a resource that runs, or 0. */
let macrotask = 0;

/** The innermost context. */
export let current = 0;

/** A task begins or goes on inside of what runs. */
export function push(context: number): void {
  if (depth === stack.length) {
    const larger = new Int32Array(depth * 2);
    larger.set(stack);
    stack = larger;
  }
  stack[depth++] = context;
  current = context;
}

/** A reaction begins, or a task resumes: nothing else is running. */
export function resetTo(context: number): void {
  depth = 1;
  stack[0] = context;
  current = context;
}

/** Only the macrotask is running. */
export function reset(): void {
  depth = 0;
  current = macrotask;
}

/** The callback of a resource begins or, with that of the callback around it or 0, ends. */
export function resetToMacrotask(context: number): void {
  macrotask = context;
  reset();
}

/**
 * Code of `task` is running: whatever was pushed after it has ended. Of a task that is not recorded, it counts as part
 * of what has called it, until it suspends.
 */
export function popTo(task: number): void {
  if (current === task || task === UNSAMPLED) return;
  const at = find(task);
  // Whatever is running has made a generator go on, in a way that is not told: to its end, or by an exception.
  if (at === -1) push(task);
  else {
    depth = at + 1;
    current = task;
  }
}

/** `task` runs no more, nor does what was pushed after it. */
export function popThrough(task: number): void {
  if (current === task && depth > 0) depth--;
  else {
    const at = find(task);
    if (at !== -1) depth = at;
  }
  current = depth === 0 ? macrotask : stack[depth - 1]!;
}

/** The innermost context that runs and is as `matches` says; 0 when there is none. */
export function innermost(matches: (context: number) => boolean): number {
  for (let at = depth - 1; at >= 0; at--) if (matches(stack[at]!)) return stack[at]!;
  return 0;
}

function find(task: number): number {
  let at = depth - 1;
  while (at >= 0 && stack[at] !== task) at--;
  return at;
}
