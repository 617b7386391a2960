/** What this thread shares with the one that watches it. */

import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { Cell, memoryForPulses, pulseIn, takePulse } from './pulse.ts';

/** Under this name the memory is handed on to all threads. */
const KEY = 'asynclens.pulses';

const handedOn = isMainThread ? undefined : getEnvironmentData(KEY);
const shared = handedOn instanceof SharedArrayBuffer ? takePulse(handedOn) : undefined;

/** Whether a thread that another one has started watches this one as well. */
export const isShared = shared !== undefined;

/** Where nobody watches it, a thread has memory of its own. */
const memory = memoryForPulses();
export const pulse = shared ?? takePulse(memory)!;

/** What it reads of the main thread. */
export const mainCells = pulseIn(isShared ? (handedOn as SharedArrayBuffer) : memory, 0).cells;

/** All threads that are started from now on share this one's memory, which is given back. */
export function sharePulses(): SharedArrayBuffer {
  setEnvironmentData(KEY, memory);
  return memory;
}

/** The thread ends, and others may take its place. */
export function leavePulse(): void {
  pulse.cells.fill(0);
  Atomics.store(pulse.cells, Cell.taken, 0);
}
