/**
 * What V8 tells of promises. These functions run for every promise of the program: nothing in them may be slow or
 * throw.
 */

import { EventType } from '../../shared/trace/events.ts';
import { current, popThrough, reset, resetTo } from './contexts.ts';
import { clock, emit } from './events.ts';
import { beginReaction, begun, dropReaction, orphan, reaction, setOrphan } from './pending.ts';
import { idOf, PLAIN, Stamp, TASK_PROMISE, WRAPPER } from './stamp.ts';

let lastId = 0;

/** The number for a new promise, or for a task without one. */
export const nextId = (): number => ++lastId;

/** Stands for a value that is awaited behind a promise of which only the parent is known. */
export const ANY: unique symbol = Symbol('any');

// An await that is about to suspend: its task, 0 for none; and what it waits for.
let armedTask = 0;
let armedSite = 0;
let armedValue: unknown;
let armedId = 0;
/** The promise that V8 has put around it, while it is pending; 0 for none. */
let armedWrapper = 0;

/** The task's next await is at `site`. The first promise derived from `value` is the await's own. */
export function arm(task: number, site: number, value: unknown, awaited: number): void {
  armedTask = task;
  armedSite = site;
  armedValue = value;
  armedId = awaited;
  armedWrapper = 0;
}

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

export function leave(task: number): void {
  leaving = task;
}

export function init(promise: object, parent: object | undefined): void {
  const id = ++lastId;
  if (parent === undefined) {
    if (orphan !== undefined) begun();
    new Stamp(promise, id, PLAIN);
    setOrphan(promise, id);
    return;
  }
  begun();
  if (armedTask !== 0) suspended(promise, id, parent);
  else {
    new Stamp(promise, id, PLAIN);
    // Code of a foreign `then` may run in between, and start tasks which derive promises of their own.
    if (follower !== 0 && current === follower) emit(EventType.Follow, 0, id, Stamp.id(parent), follower);
    else emit(EventType.Then, 0, id, Stamp.id(parent), current);
  }
}

function suspended(promise: object, id: number, parent: object): void {
  if (parent !== armedValue && armedValue !== ANY) {
    // What is awaited is no native promise: V8 puts one around it first, and derives the await's own from that.
    armedId = idOf(armedValue);
    armedValue = promise;
    armedWrapper = id;
    return;
  }
  const task = armedTask;
  // A wrapper that is settled by now holds a value, of which there is nothing to say: it has no number.
  if (armedWrapper !== 0) {
    new Stamp(parent, armedWrapper, WRAPPER);
    emit(EventType.Wrapper, 0, armedWrapper, task, 0);
  }
  const awaited = armedValue === ANY || armedId !== 0 ? armedId : Stamp.id(parent);
  disarm();
  new Stamp(promise, id, task);
  emit(EventType.Await, armedSite, task, awaited, clock());
  popThrough(task);
}

export function before(promise: object): void {
  if (orphan !== undefined) begun();
  disarm();
  leaving = 0;
  const role = Stamp.role(promise);
  const id = Stamp.id(promise);
  follower = 0;
  if (role > 0) resetTo(role);
  else if (role === PLAIN) {
    resetTo(id);
    beginReaction(id);
  } else {
    // The job that calls `then` of what a task has returned, or of an awaited thenable.
    resetTo(id);
    if (role === TASK_PROMISE) follower = id;
    else emit(EventType.ReactionStart, 0, id, 0, 0);
  }
}

export function after(promise: object): void {
  if (orphan !== undefined) begun();
  const role = Stamp.role(promise);
  if (role === WRAPPER || role === PLAIN) {
    if (reaction !== 0) dropReaction();
    else if (reactionDone) reactionDone = false;
    else emit(EventType.ReactionEnd, 0, Stamp.id(promise), 0, clock());
  }
  follower = 0;
  reset();
}

export function settled(promise: object): void {
  if (promise === armedValue && armedWrapper !== 0) {
    armedWrapper = 0;
    return;
  }
  const role = Stamp.role(promise);
  if (role > 0) return;
  const id = Stamp.id(promise);
  if (reaction === id && orphan === undefined && role === PLAIN && id !== 0) {
    dropReaction();
    reactionDone = true;
    emit(EventType.Reaction, 0, id, 0, 0);
    return;
  }
  begun();
  if (role !== TASK_PROMISE) {
    emit(EventType.Settle, 0, id, current, 0);
    if (leaving === 0) return;
    popThrough(leaving);
    leaving = 0;
  } else {
    emit(EventType.Settle, 0, id, current, clock());
    popThrough(id);
  }
}
