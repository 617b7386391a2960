/// <reference lib="es2024.promise" />
import { EventEmitter } from 'node:events';
import { scheduler, setTimeout as sleep } from 'node:timers/promises';

declare const server: { isListening: boolean; sockets: Set<string>; readonly limit: number };
declare const signal: AbortSignal;
declare function load(): Promise<boolean>;
declare function work(): void;
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
const frame = async (): Promise<void> => {
  await new Promise<void>(resolve => requestAnimationFrame(() => resolve()));
};

// A timer, and another look.
export async function polls(): Promise<void> {
  while (!server.isListening) await sleep(10);
  //^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `server.isListening`, which other code changes.
  while (!server.isListening && server.sockets.size === 0) {
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `server.isListening`, which other code changes.
    await pause(10);
  }
  do await frame();
  //^^^^^^^^^^^^^^^... warn: This loop wakes up again and again to look at `server.sockets.has('a')`, which other code changes.
  while (server.sockets.has('a'));
  for (;;) {
  //^^^^^^^^... warn: This loop wakes up again and again to look at `isListening()`, which other code changes.
    if (isListening()) break;
    await new Promise(setImmediate);
  }
  for (let i = 0; i < 50 && !server.isListening; i++) await scheduler.wait(10);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `server.isListening`, which other code changes.
  const end = Date.now() + 1000;
  while (!server.isListening) {
  //^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `server.isListening`, which other code changes.
    if (Date.now() > end) throw new Error('The server does not listen.');
    await sleep(10);
  }
}

function isListening(): boolean {
  return server.isListening;
}

export async function waitsForAFlag(emitter: EventEmitter): Promise<void> {
  let isDone = false;
  emitter.once('done', () => {
    isDone = true;
  });
  while (!isDone) await sleep(10);
  //^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `isDone`, which other code changes.
}

export async function waitsForASignal(): Promise<void> {
  while (!signal.aborted) {
  //^^^^^^^^^^^^^^^^^^^^ warn: This loop wakes up again and again to look at `signal.aborted`, which other code changes.
    await sleep(100);
  }
}

// The clock, and nothing else runs.
export async function spins(ms: number): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < ms);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop keeps the thread busy until the time has come: nothing else runs meanwhile.
  while (Date.now() < start + 2 * ms) {}
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop keeps the thread busy until the time has come: nothing else runs meanwhile.
}

export function spinsHere(end: number): void {
  for (let turns = 0; performance.now() < end; turns++) {}
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop keeps the thread busy until the time has come: nothing else runs meanwhile.
}

// What could change the condition never runs.
export function hangs(): void {
  while (!server.isListening) {}
  //^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop never ends: nothing else runs meanwhile that could change `server.isListening`.
}

// Microtasks, but no timers and no I/O.
export async function starves(): Promise<void> {
  while (!server.isListening) await Promise.resolve();
  //^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop waits for `server.isListening` in microtasks: no timer fires and no I/O is done meanwhile.
  while (!server.isListening) await null;
  //^^^^^^^^^^^^^^^^^^^^^^^^ warn: This loop waits for `server.isListening` in microtasks: no timer fires and no I/O is done meanwhile.
}

export function poll(): void {
  if (server.isListening) return work();
  process.nextTick(poll);
  //^^^^^^^^^^^^^^^^^^^^ warn: This function runs again before any timer fires and any I/O is done, and so on.
}

export const pollLater = (): void => {
  if (!server.isListening) queueMicrotask(() => pollLater());
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: This function runs again before any timer fires and any I/O is done, and so on.
};

export async function neverLeaves(): Promise<void> {
  await load();
  while (true) work();
  //^^^^^^^^^ warn: This loop never ends and never waits: nothing else runs from here on.
}

export async function neverRests(): Promise<void> {
  for (;;) {
  //^^^^^^^^... warn: This loop never ends and never waits: nothing else runs from here on.
    work();
    await Promise.resolve();
  }
}

// Each look asks somebody else.
export async function retries(): Promise<void> {
  while (!(await load())) await sleep(10);
  let isThere = false;
  while (!isThere) {
    isThere = await load();
    await sleep(10);
  }
  while (!server.isListening) {
    work();
    await sleep(10);
  }
}

// The clock decides, or the loop itself.
export async function takesItsTime(times: number): Promise<void> {
  const end = Date.now() + times;
  while (Date.now() < end) await sleep(end - Date.now());
  for (let i = 0; i < server.limit; i++) await sleep(10);
  while (true) {
    work();
    await sleep(1000);
  }
}

export async function runsUntilItFails(): Promise<void> {
  try {
    while (true) work();
  } catch {
    await load();
  }
}

export async function runsUntilItEnds(): Promise<void> {
  while (true) {
    work();
    if (server.isListening) return;
    await load();
  }
}

export function looksThrough(texts: readonly string[]): number {
  let i = 0;
  while (texts[i] === '') i++;
  for (let j = 0; j < texts.length; j++) if (texts[j] === 'a') return j;
  for (let node: { parent?: object } | undefined = {}; node; node = node.parent);
  return i;
}

export async function readsAll(reader: ReadableStreamDefaultReader): Promise<void> {
  while (true) {
    const { done } = await reader.read();
    if (done) break;
  }
}

export function runsAgainLater(): void {
  if (!server.isListening) setImmediate(runsAgainLater);
}

export async function runsAgainAfterIO(): Promise<void> {
  if (await load()) process.nextTick(runsAgainAfterIO);
}
