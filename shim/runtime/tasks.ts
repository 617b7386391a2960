/** What instrumented code calls: see `CALLS`. Each function gives back what it was given, and never throws. */

import { EventType, UNSAMPLED } from '../../shared/trace/events.ts';
import { current, popThrough, popTo, push } from './contexts.ts';
import { clock, emit } from './events.ts';
import { nextId } from './numbers.ts';
import { begun, claimOrphan, orphan, setOrphan } from './pending.ts';
import { arm, armAny, disarm, leave } from './promise-hooks.ts';
import { indexOfReason } from './reasons.ts';
import { isSampled } from './sampling.ts';
import { idOf, mark, Role, Stamp, unsampledMark, UnsampledRole } from './stamp.ts';
import { numberFor } from './unsampled.ts';

/** The body of a function begins, right after V8 made its promise. The number of the task; `UNSAMPLED` for many. */
export function enter(site: number): number {
  const promise = orphan;
  if (!isSampled(site)) return enterUnsampled();
  // A promise that was made before we listened has no number.
  const task = claimOrphan() || nextId();
  if (promise !== undefined) Stamp.change(promise, mark(task, Role.Task));
  begun();
  emit(EventType.TaskStart, site, task, current, clock());
  push(task);
  return task;
}

function enterUnsampled(): number {
  const promise = orphan;
  const id = claimOrphan();
  // What runs unsampled has made it so already.
  if (id !== 0) Stamp.change(promise!, unsampledMark(id, UnsampledRole.Pending));
  return UNSAMPLED;
}

/** The promise of the task, put aside while a default value is evaluated on behalf of the task. */
interface Aside {
  readonly promise: object;
  readonly id: number;
}

/** The default of an async function's parameter begins to be worked out, before its body begins. */
export function beforeDefault(): Aside | undefined {
  const promise = orphan;
  if (promise === undefined) return undefined;
  const id = claimOrphan() || nextId();
  begun();
  push(id);
  return { promise, id };
}

/** It is worked out. Gives the value back, as all that are put around values do. */
export function afterDefault<Value>(aside: Aside | undefined, value: Value): Value {
  begun();
  if (aside !== undefined) {
    popThrough(aside.id);
    setOrphan(aside.promise, aside.id);
  }
  return value;
}

/** A task is about to await a value at a site. */
export function suspend<Value>(task: number, site: number, value: Value): Value {
  popTo(task);
  arm(task, site, value, 0);
  return value;
}

/** An await in the form that compilers give it: a helper takes `value` and calls `then` on a promise for it. */
export function adopt<Value>(task: number, site: number, value: Value): Value {
  popTo(task);
  armAny(task, site, value);
  return value;
}

/** A task returns a value, which may be a promise. */
export function returned<Value>(task: number, value: Value): Value {
  const promise = task === UNSAMPLED ? 0 : numberFor(value);
  if (promise !== 0) {
    begun();
    emit(EventType.Return, 0, task, promise, clock());
    popThrough(task);
  }
  return value;
}

/** A statement is over, and with it `value`. */
export function discard<Value>(site: number, value: Value): Value {
  const promise = idOf(value);
  if (promise !== 0) {
    begun();
    emit(EventType.Discard, site, promise, 0, 0);
  }
  return value;
}

/** A task ends with an exception. */
export function thrown<Value>(task: number, error: Value): Value {
  disarm();
  if (task === UNSAMPLED) return error;
  begun();
  emit(EventType.Throw, indexOfReason(error), task, 0, 0);
  return error;
}

/**
 * The body of an async generator begins, at the first `next`, or that of a module: neither has a promise of its own.
 */
export function enterBody(site: number): number {
  if (!isSampled(site)) return UNSAMPLED;
  begun();
  const task = nextId();
  emit(EventType.BodyStart, site, task, current, clock());
  push(task);
  return task;
}

/** The body of an async generator, or of a module, has ended. */
export function leaveBody(task: number): void {
  if (task === UNSAMPLED) return;
  begun();
  popTo(task);
  emit(EventType.BodyEnd, 0, task, 0, clock());
  leave(task);
}

/** A generator hands out a value, which it awaits before. */
export const handOut = suspend;

/** A generator goes on after a `yield`, called by whoever asked for the next value. */
export function resumed<Value>(task: number, value: Value): Value {
  resumeGenerator(task);
  return value;
}

/** An async generator goes on after `yield`, unless that is known. */
export function resumeGenerator(task: number): void {
  if (current === task || task === UNSAMPLED) return;
  begun();
  emit(EventType.GeneratorResume, 0, task, current, clock());
  push(task);
}
