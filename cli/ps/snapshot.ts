/** What a running process waits for, from its heap. */

import type { Heap } from './heap/heap.ts';
import { SnapshotReader } from './heap/snapshot-reader.ts';
import type { Inspector } from './inspector.ts';
import { Places, suspensionOf, type Place, type Script } from './places.ts';
import { suspendedIn, type SuspendedFunction } from './suspended.ts';

/** A suspended function. */
export interface WaitingTask {
  /** Counts from 1 on. */
  readonly id: number;
  readonly name: string;
  /** Where it is suspended, or, when it has gone on since, where it begins. */
  readonly place: Place;
  /** Those without which it cannot go on. */
  readonly waitsFor: readonly WaitingTask[];
}

/** The process stands still meanwhile. The snapshot is read as it comes, and written nowhere. */
export async function tasksOf(inspector: Inspector): Promise<WaitingTask[]> {
  const scripts = new Map<string, Script>();
  inspector.on<Script>('Debugger.scriptParsed', script => scripts.set(script.scriptId, script));
  await inspector.send('Debugger.enable');
  const heap = await heapOf(inspector);
  const isForeign = (script: string) =>
    !/^file:/.test(scripts.get(script)?.url ?? '') && !isPath(scripts.get(script)?.url);
  const suspended = suspendedIn(heap, isForeign);
  const places = new Places(scripts);
  const found = await Promise.all(
    suspended.map(async it => ({ it, place: (await suspensionOf(inspector, it.id)) ?? it.place })),
  );
  await inspector.send('Debugger.disable');
  return joined(found.map(({ it, place }) => ({ it, place: places.of(place) })));
}

/** CommonJS modules are named by their paths on some versions of Node. */
const isPath = (url: string | undefined): boolean => url !== undefined && /^(?:\/|[A-Za-z]:[\\/])/.test(url);

async function heapOf(inspector: Inspector): Promise<Heap> {
  const reader = new SnapshotReader();
  inspector.on<{ chunk: string }>('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => reader.push(chunk));
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return reader.end();
}

interface Placed {
  readonly it: SuspendedFunction;
  readonly place: Place;
}

function joined(found: readonly Placed[]): WaitingTask[] {
  const tasks = new Map<SuspendedFunction, WaitingTask & { readonly waitsFor: WaitingTask[] }>();
  for (const [at, { it, place }] of found.entries()) {
    tasks.set(it, { id: at + 1, name: it.name || nameOfUnnamed(it), place, waitsFor: [] });
  }
  for (const [it, task] of tasks) task.waitsFor.push(...it.waitsFor.map(awaited => tasks.get(awaited)!));
  return [...tasks.values()];
}

/** The code of a module begins where its file does. */
const nameOfUnnamed = ({ place: { line, column } }: SuspendedFunction): string =>
  line === 0 && column === 0 ? '(module)' : '(anonymous)';
