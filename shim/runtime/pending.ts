/**
 * Beginnings that are written down only when something follows from them.
 * Most callbacks of resources and many reactions do nothing that a recording speaks of, and a promise without a parent
 * may turn out to be that of a task.
 */

import { EventType } from '../../shared/trace/events.ts';
import { current } from './contexts.ts';
import { emit, exactClock } from './events.ts';

/** The last promise that was made without a parent, while no task has claimed it. */
export let orphan: object | undefined;
/** 0 where it is not recorded. */
let orphanId = 0;

/** The promise whose reaction has begun. */
export let reaction = 0;

let macrotask = 0;
let describeMacrotask: (resource: number) => void = () => undefined;

/** A promise was made that derives from none: whether it is that of a task is not known yet. */
export function setOrphan(promise: object, id: number): void {
  orphan = promise;
  orphanId = id;
}

/** The number of the orphan, which is written down elsewhere; 0 when there is none, or none that is recorded. */
export function claimOrphan(): number {
  if (orphan === undefined) return 0;
  orphan = undefined;
  return orphanId;
}

/** The reaction that settles a promise begins, and may do nothing else. */
export function beginReaction(promise: number): void {
  reaction = promise;
}

/** It is over without a trace. */
export function dropReaction(): void {
  reaction = 0;
}

/** `describe` writes down what was left out when the resource was made. */
export function describeMacrotasksBy(describe: (resource: number) => void): void {
  describeMacrotask = describe;
}

/** The callback of a resource begins, and may do nothing. */
export function beginMacrotask(resource: number): void {
  macrotask = resource;
}

/** Whether the callback of a resource has ended without a trace. */
export function dropMacrotask(resource: number): boolean {
  if (macrotask !== resource) return false;
  macrotask = 0;
  return true;
}

/** Writes down what has begun. */
export function begun(): void {
  if (orphan !== undefined || reaction !== 0 || macrotask !== 0) writeBeginnings();
}

/** The outermost first. */
function writeBeginnings(): void {
  if (macrotask !== 0) {
    const resource = macrotask;
    macrotask = 0;
    describeMacrotask(resource);
    emit(EventType.MacrotaskStart, 0, resource, 0, exactClock());
  }
  if (reaction !== 0) {
    emit(EventType.ReactionStart, 0, reaction, 0, 0);
    reaction = 0;
  }
  if (orphan !== undefined) {
    orphan = undefined;
    if (orphanId !== 0) emit(EventType.Promise, 0, orphanId, current, 0);
  }
}
