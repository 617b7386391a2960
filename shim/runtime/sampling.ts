/**
 * Which tasks are recorded. All of them are, but for functions that run as tasks so often that it would slow the
 * program down: of these one in so many is recorded, and the others are counted.
 */

import { EventType } from '../../shared/trace/events.ts';
import { now } from '../monotonic.ts';
import { FIRST_OFF_THREAD_SITE, FIRST_SITE } from '../transform/insertions.ts';
import { emit, exactClock } from './events.ts';

/** Milliseconds. */
const WINDOW = 100;

/** One in so many. Primes, so that they do not fall into step with a loop. */
const STRIDES = [1, 2, 3, 5, 11, 23, 47, 97, 197, 397, 797, 1597] as const;
/** Of how much of what a window may hold a stride is tried before the next one. */
const TRIAL = 4;

/** A function of which not all tasks are recorded. */
interface Busy {
  readonly site: number;
  /** Index into `STRIDES`. */
  stride: number;
  /** With this stride. */
  recorded: number;
  /** Tasks since the window began. */
  started: number;
  /** Of those left out, how many are not told of yet: these, and what `ahead` has become less by since it was this. */
  unsampled: number;
  aheadBefore: number;
}

/** How many tasks of a function are recorded in a window without a look at how many there are; 0 for all. */
let most = 0;
let windowBegan = 0;
/** How many tasks may still begin before that is reached, by function. */
let left = new Int32Array(0);
/** How many are left out before the next one that is recorded, by function. */
let ahead = new Int32Array(0);
const busy = new Map<number, Busy>();

/** Leaves tasks out from so many on in a second, of one function; 0 for never. */
export function sampleAbove(tasksPerSecond: number): void {
  most = Math.ceil((tasksPerSecond * WINDOW) / 1000);
  beginWindow();
}

/** Whether the task that begins at `site` is recorded. */
export function isSampled(site: number): boolean {
  if (most === 0) return true;
  const at = indexOf(site);
  if (at >= left.length) makeRoom(at);
  if (left[at]! > 0) {
    left[at]!--;
    return true;
  }
  if (ahead[at]! === 0) return choose(site, at);
  ahead[at]!--;
  return false;
}

/** To be called often enough, and at the end: tells how many tasks are left out. */
export function tellUnsampled(): void {
  for (const [at, it] of busy) {
    countAhead(at, it);
    if (it.unsampled > 0) emit(EventType.Unsampled, it.site, it.unsampled, 0, exactClock());
    it.unsampled = 0;
  }
  if (isWindowOver()) beginWindow();
}

const isWindowOver = (): boolean => most > 0 && now() - windowBegan >= WINDOW;

/** It is the turn of this one. */
function choose(site: number, at: number): boolean {
  // Programs that never let the event loop turn are seen to work for long here alone.
  if (isWindowOver()) {
    tellUnsampled();
    return isSampled(site);
  }
  const it = busy.get(at) ?? becomeBusy(site, at);
  countAhead(at, it);
  it.started++;
  if (++it.recorded * TRIAL >= most && it.stride < STRIDES.length - 1) {
    it.recorded = 0;
    it.stride++;
  }
  ahead[at] = it.aheadBefore = STRIDES[it.stride]! - 1;
  return true;
}

function countAhead(at: number, it: Busy): void {
  const count = it.aheadBefore - ahead[at]!;
  it.aheadBefore = ahead[at]!;
  it.unsampled += count;
  it.started += count;
}

function becomeBusy(site: number, at: number): Busy {
  const it: Busy = { site, stride: 0, recorded: 0, started: most, unsampled: 0, aheadBefore: 0 };
  busy.set(at, it);
  return it;
}

/** Functions that were not as busy as before are looked at more closely, up to each of their tasks. */
function beginWindow(): void {
  const windows = Math.max(1, (now() - windowBegan) / WINDOW);
  windowBegan = now();
  left.fill(most);
  for (const [at, it] of busy) {
    const enough = STRIDES.findIndex(stride => it.started / windows <= stride * most);
    if (enough === 0) {
      busy.delete(at);
      ahead[at] = 0;
      continue;
    }
    left[at] = 0;
    it.stride = enough === -1 ? STRIDES.length - 1 : enough;
    it.started = 0;
    it.recorded = 0;
  }
}

/** From 0 on, for sites of this thread and of that of the loaders. */
const indexOf = (site: number): number =>
  site < FIRST_OFF_THREAD_SITE ? (site - FIRST_SITE) * 2 : (site - FIRST_OFF_THREAD_SITE) * 2 + 1;

function makeRoom(at: number): void {
  const size = (at + 1) * 2;
  const before = left.length;
  left = grown(left, size).fill(most, before);
  ahead = grown(ahead, size);
}

function grown(ints: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(ints);
  return larger;
}
