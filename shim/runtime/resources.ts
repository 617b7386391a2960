/** Timers, files, sockets and whatever else calls back: by async_hooks, without its own tracking of promises. */

import { createHook, type AsyncHook, type HookCallbacks } from 'node:async_hooks';
import { beginTurn } from '../blocks/blocks.ts';
import { EventType } from '../../shared/trace/events.ts';
import { current, resetToMacrotask } from './contexts.ts';
import { emit, exactClock, writing } from './events.ts';
import { beginMacrotask, begun, dropMacrotask, orphan } from './pending.ts';
import { nameIndex } from './sites.ts';

/**
 * Callbacks of `process.nextTick` and `queueMicrotask` are so frequent, and so rarely matter, that they are written
 * down
 * only when something happens in them. Until then the last of them are kept here, by the low bits of their numbers.
 */
const RECENT = 1 << 16;
const recentIds = new Int32Array(RECENT);
const recentContexts = new Int32Array(RECENT);
const recentNames = new Int32Array(RECENT);

/** Callbacks that run others: a callback of N-API, or of `AsyncResource.runInAsyncScope`. */
const around: number[] = [];
let running = 0;

/** Resources that were not made by ourselves, in callbacks for which we know nothing else. */
const { hook, seesPromises } = makeHook({ init, before, after });

/** Whether resources can be recorded. On Node 20 nobody can watch them without all promises, which costs too much. */
export const canWatchResources = !seesPromises;

export function watchResources(): void {
  hook.enable();
}

function init(id: number, type: string): void {
  if (writing) return;
  const name = nameIndex(type);
  if (type === 'TickObject' || type === 'Microtask') {
    const slot = id % RECENT;
    recentIds[slot] = id;
    recentContexts[slot] = throughRecent(current);
    recentNames[slot] = name;
    return;
  }
  begun();
  emit(EventType.Resource, name, id, current, 0);
}

/** The context behind a callback that may never be written down. */
function throughRecent(context: number): number {
  const slot = -context % RECENT;
  return context < 0 && recentIds[slot] === -context ? recentContexts[slot]! : context;
}

function describe(id: number): void {
  const slot = id % RECENT;
  if (recentIds[slot] !== id) return;
  recentIds[slot] = 0;
  emit(EventType.Resource, recentNames[slot]!, id, recentContexts[slot]!, 0);
}

function before(id: number): void {
  if (orphan !== undefined) begun();
  // Ticks and microtasks come before the event loop goes on.
  if (running === 0 && recentIds[id % RECENT] !== id) beginTurn();
  if (running !== 0) {
    begun();
    around.push(running);
  }
  running = id;
  resetToMacrotask(-id);
  beginMacrotask(id, describe);
}

function after(id: number): void {
  if (orphan !== undefined) begun();
  if (!dropMacrotask(id)) emit(EventType.MacrotaskEnd, 0, id, 0, exactClock());
  running = around.pop() ?? 0;
  resetToMacrotask(-running);
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
