/** Timers, files, sockets and whatever else calls back: by async_hooks, without its own tracking of promises. */

import { createHook, type AsyncHook, type HookCallbacks } from 'node:async_hooks';
import { beginTurn } from '../blocks/blocks.ts';
import { pulse } from '../blocks/own-pulse.ts';
import { Cell } from '../blocks/pulse.ts';
import { EventType } from '../../shared/trace/events.ts';
import { current, resetToMacrotask } from './contexts.ts';
import { emit, exactClock, writing } from './events.ts';
import { beginMacrotask, begun, describeMacrotasksBy, dropMacrotask, orphan } from './pending.ts';
import { resourceNumber } from './numbers.ts';
import { nameIndex } from './sites.ts';

/**
 * Callbacks of `process.nextTick` and `queueMicrotask` are so frequent, and so rarely matter, that they are written
 * down only when something happens in them. Until then the last of them are kept here, by the low bits of their
 * numbers: number, context and name side by side, which the processor has to fetch once.
 */
const RECENT = 1 << 16;
const CONTEXT = 1;
const NAME = 2;
const RECENT_INTS = 4;
const recent = new Int32Array(RECENT * RECENT_INTS);

const slotOf = (id: number): number => (id & (RECENT - 1)) * RECENT_INTS;

/** The type of the last resource: often there are many of one. */
let lastType = '';
let lastName = 0;

const TICK = nameIndex('TickObject');
const MICROTASK = nameIndex('Microtask');

const { cells } = pulse;

/** Callbacks that run others: a callback of N-API, or of `AsyncResource.runInAsyncScope`. */
const around: number[] = [];
let running = 0;

/** Resources that were not made by ourselves, in callbacks for which we know nothing else. */
const { hook, seesPromises } = makeHook({ init, before, after });

/** Whether resources can be recorded. On Node 20 nobody can watch them without all promises, which costs too much. */
export const canWatchResources = !seesPromises;

/** From now on, resources and their callbacks are recorded. */
export function watchResources(): void {
  describeMacrotasksBy(describe);
  hook.enable();
}

/** Undoes `watchResources`. */
export function forgetResources(): void {
  hook.disable();
}

function init(asyncId: number, type: string): void {
  if (writing) return;
  const id = resourceNumber(asyncId);
  if (type === 'TickObject' || type === 'Microtask') {
    const slot = slotOf(id);
    recent[slot] = id;
    recent[slot + CONTEXT] = throughRecent(current);
    recent[slot + NAME] = type === 'TickObject' ? TICK : MICROTASK;
    return;
  }
  begun();
  if (type !== lastType) {
    lastName = nameIndex(type);
    lastType = type;
  }
  emit(EventType.Resource, lastName, id, current, 0);
}

/** The context behind a callback that may never be written down. */
function throughRecent(context: number): number {
  if (context >= 0) return context;
  const id = -context | 0;
  const slot = slotOf(id);
  return recent[slot] === id ? recent[slot + CONTEXT]! : context;
}

function describe(id: number): void {
  const slot = slotOf(id);
  if (recent[slot] !== id) return;
  recent[slot] = 0;
  emit(EventType.Resource, recent[slot + NAME]!, id, recent[slot + CONTEXT]!, 0);
}

function before(asyncId: number): void {
  const id = resourceNumber(asyncId);
  if (orphan !== undefined) begun();
  // Ticks and microtasks come before the event loop goes on.
  if (running === 0 && recent[slotOf(id)] !== id) beginTurn();
  if (running !== 0) {
    begun();
    around.push(running);
  }
  running = id;
  cells[Cell.running] = 1;
  resetToMacrotask(-id | 0);
  beginMacrotask(id);
}

function after(asyncId: number): void {
  const id = resourceNumber(asyncId);
  if (orphan !== undefined) begun();
  if (!dropMacrotask(id)) emit(EventType.MacrotaskEnd, 0, id, 0, exactClock());
  running = around.pop() ?? 0;
  if (running === 0) cells[Cell.running] = 0;
  resetToMacrotask(-running | 0);
}

interface ResourceHook {
  readonly hook: AsyncHook;
  readonly seesPromises: boolean;
}

/** Node 24 has an option for it; Node 22 has the same under a symbol. */
function makeHook(callbacks: HookCallbacks): ResourceHook {
  const hook = createHook({ ...callbacks, trackPromises: false } as HookCallbacks);
  const withoutPromises = Object.getOwnPropertySymbols(hook).find(symbol => symbol.description === 'kNoPromiseHook');
  if (withoutPromises !== undefined) (hook as unknown as Record<symbol, boolean>)[withoutPromises] = true;
  return { hook, seesPromises: withoutPromises === undefined };
}
