/**
 * What V8 tells of promises. These functions run for every promise of the program: nothing in them may be slow or
 * throw.
 */

import { EventType, OF_TASK, UNSAMPLED } from '../../shared/trace/events.ts';
import { pulse } from '../blocks/own-pulse.ts';
import { Cell } from '../blocks/pulse.ts';
import { current, popThrough, reset, resetTo } from './contexts.ts';
import { clock, emit } from './events.ts';
import { hold, release } from './held.ts';
import { nextId } from './numbers.ts';
import { beginReaction, begun, dropReaction, orphan, reaction, setOrphan } from './pending.ts';
import { type Mark, mark, NONE, numberOf, Role, roleOf, Stamp, unsampledMark, UnsampledRole } from './stamp.ts';
import { consumeUnsampled, numberFor, numberForMark, settleUnsampled } from './unsampled.ts';

const { cells } = pulse;

/** Stands for a value that is awaited behind a promise of which only the parent is known. */
const ANY: unique symbol = Symbol('any');

// An await that is about to suspend: its task, 0 for none; and what it waits for.
let armedTask = 0;
let armedSite = 0;
let armedValue: unknown;
let armedId = 0;

/** The promise that V8 has put around what is awaited, where that is no native promise. */
enum Wrapper {
  None,
  Pending,
  /** It holds a value, of which there is nothing to say. */
  Settled,
}
let wrapper = Wrapper.None;

/** The task's next await is at `site`. The first promise derived from `value` is the await's own. */
export function arm(task: number, site: number, value: unknown, awaited: number): void {
  armedTask = task;
  armedSite = site;
  armedValue = value;
  armedId = awaited;
  wrapper = Wrapper.None;
}

/** The same for an await of `value` behind a promise of which only the parent is known. */
export function armAny(task: number, site: number, value: unknown): void {
  arm(task, site, ANY, task === UNSAMPLED ? 0 : numberFor(value));
}

/** Whether the next derived promise is that of an `await` which was announced. */
export const isArmed = (): boolean => armedTask !== 0;

/** What was announced did not come. */
export function disarm(): void {
  armedTask = 0;
  armedValue = undefined;
}

/** The task whose promise is beginning to follow what it returned, 0 for none; a helper is made for that. */
let follower = 0;
/** Whether the reaction at hand is written down to its end. */
let reactionDone = false;

/** The body that has ended, 0 for none: what its generator promised is settled next. */
let leaving = 0;

/** The body of a task has ended: the next promise to be settled may be its own. */
export function leave(task: number): void {
  leaving = task;
}

/** A promise is made. @param parent from which it derives */
export function init(promise: object, parent: object | undefined): void {
  const it = parent === undefined ? made(promise) : armedTask === 0 ? derived(parent) : suspended(promise, parent);
  // Once, since V8 compiles only so much into one function.
  if (it !== NONE) new Stamp(promise, it);
}

function made(promise: object): Mark {
  if (orphan !== undefined) begun();
  const id = nextId();
  const isSampled = current !== UNSAMPLED;
  setOrphan(promise, isSampled ? id : 0);
  return isSampled ? mark(id, Role.Plain) : unsampledMark(id, UnsampledRole.Pending);
}

function derived(parent: object): Mark {
  if (current === UNSAMPLED) return derivedUnsampled(parent);
  const it = Stamp.of(parent);
  // Helpers of compilers wait by `then`, and may chain more to that: it all makes the task go on.
  if (it > NONE && roleOf(it) === Role.Await) return it;
  begun();
  const id = nextId();
  const from = numberForMark(parent, it);
  // Code of a foreign `then` may run in between, and start tasks which derive promises of their own.
  if (follower !== 0 && current === follower) emit(EventType.Follow, 0, id, from, follower);
  else emit(EventType.Then, 0, id, from, current);
  return mark(id, Role.Plain);
}

/** What is recorded may follow from it: its number is kept. */
function derivedUnsampled(parent: object): Mark {
  if (orphan !== undefined) begun();
  const id = nextId();
  consumeUnsampled(parent, id);
  return unsampledMark(id, UnsampledRole.Pending);
}

function suspended(promise: object, parent: object): Mark {
  if (armedTask === UNSAMPLED) return suspendedUnsampled(promise, parent);
  begun();
  if (parent !== armedValue && armedValue !== ANY) {
    // What is awaited is no native promise: V8 puts one around it first, and derives the await's own from that.
    armedId = numberFor(armedValue);
    armedValue = promise;
    wrapper = Wrapper.Pending;
    return NONE;
  }
  const task = armedTask;
  const wrapperId = wrapper === Wrapper.Pending ? wrapped(parent, task) : 0;
  const awaited =
    armedId !== 0 || armedValue === ANY
      ? armedId
      : wrapper === Wrapper.None
        ? numberForMark(parent, Stamp.of(parent))
        : wrapperId;
  disarm();
  emit(EventType.Await, armedSite, task, awaited, clock());
  if (awaited !== 0) hold(task, parent);
  popThrough(task);
  return mark(task, Role.Await);
}

/** A task that is not recorded suspends. */
function suspendedUnsampled(promise: object, parent: object): Mark {
  if (orphan !== undefined) begun();
  if (parent !== armedValue && armedValue !== ANY) {
    armedValue = promise;
    wrapper = Wrapper.Pending;
    return NONE;
  }
  if (wrapper === Wrapper.Pending) new Stamp(parent, unsampledMark(nextId(), UnsampledRole.Pending));
  disarm();
  consumeUnsampled(parent, nextId());
  return mark(0, Role.Await);
}

function wrapped(promise: object, task: number): number {
  const id = nextId();
  new Stamp(promise, mark(id, Role.Wrapper));
  emit(EventType.Wrapper, 0, id, task, 0);
  return id;
}

/** A reaction begins, of which the promise is known that it settles. */
export function before(promise: object): void {
  if (orphan !== undefined) begun();
  disarm();
  leaving = 0;
  follower = 0;
  cells[Cell.running] = 1;
  const it = Stamp.of(promise);
  if (it < NONE || it === mark(0, Role.Await)) return resetTo(UNSAMPLED);
  const id = numberOf(it);
  resetTo(id);
  switch (roleOf(it)) {
    case Role.Await:
      return release(id);
    case Role.Plain:
      return beginReaction(id);
    // The job that calls `then` of what a task has returned, or of an awaited thenable.
    case Role.Task:
      follower = id;
      return;
    case Role.Wrapper:
      emit(EventType.ReactionStart, 0, id, 0, 0);
  }
}

/** It ends. */
export function after(promise: object): void {
  if (orphan !== undefined) begun();
  const it = Stamp.of(promise);
  const role = roleOf(it);
  if (it >= NONE && (role === Role.Wrapper || role === Role.Plain)) {
    if (reaction !== 0) dropReaction();
    else if (reactionDone) reactionDone = false;
    else emit(EventType.ReactionEnd, 0, numberOf(it), 0, clock());
  }
  follower = 0;
  cells[Cell.running] = 0;
  reset();
}

/** A promise is resolved or rejected. */
export function settled(promise: object): void {
  if (wrapper === Wrapper.Pending && promise === armedValue) {
    wrapper = Wrapper.Settled;
    return;
  }
  const it = Stamp.of(promise);
  if (it < NONE) return settleUnsampled(promise, it);
  const role = roleOf(it);
  if (role === Role.Await) return;
  const id = numberOf(it);
  if (reaction === id && orphan === undefined && role === Role.Plain && id !== 0) {
    dropReaction();
    reactionDone = true;
    emit(EventType.Reaction, 0, id, 0, 0);
    return;
  }
  begun();
  if (role === Role.Task) {
    emit(EventType.Settle, OF_TASK, id, current, clock());
    popThrough(id);
    return;
  }
  // Where no callback is known to run, as on Node 20, nothing else tells when a promise was settled.
  emit(EventType.Settle, 0, id, current, current === 0 ? clock() : 0);
  if (leaving === 0) return;
  popThrough(leaving);
  leaving = 0;
}
