/** The tasks that are alive when a segment begins, in columns. */

/** A task that has begun and not ended. */
export interface LiveTask {
  readonly task: number;
  /** Index of the function's site. */
  readonly site: number;
  /** The context that started it. */
  readonly context: number;
  /** Ticks since the stream began. */
  readonly startedAt: number;
  /** Where it is suspended: index of the site; 0 while it runs. */
  readonly awaitSite: number;
  /** The promise that it waits for; 0 for none. */
  readonly awaited: number;
  /** Ticks since the stream began; when it suspended, or `startedAt`. */
  readonly since: number;
}

// A count and the columns: first what takes 8 bytes, then what takes 4.
const COUNT_BYTES = 8;
const CLOCKS = ['startedAt', 'since'] as const;
const INTS = ['task', 'site', 'context', 'awaitSite', 'awaited'] as const;
const TASK_BYTES = CLOCKS.length * 8 + INTS.length * 4;

/** The payload of a checkpoint: see docs/recording.md. */
export function encodeCheckpoint(tasks: readonly LiveTask[]): Uint8Array {
  const bytes = new Uint8Array(COUNT_BYTES + tasks.length * TASK_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, tasks.length, true);
  let at = COUNT_BYTES;
  for (const column of CLOCKS) for (const task of tasks) at = (view.setFloat64(at, task[column], true), at + 8);
  for (const column of INTS) for (const task of tasks) at = (view.setInt32(at, task[column], true), at + 4);
  return bytes;
}

/** @throws RangeError when the bytes are not those of a checkpoint */
export function decodeCheckpoint(bytes: Uint8Array): LiveTask[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(0, true);
  if (bytes.length !== COUNT_BYTES + count * TASK_BYTES)
    throw new RangeError('A checkpoint has another length than it says.');
  const ints = COUNT_BYTES + count * CLOCKS.length * 8;
  const clock = (column: number, row: number) => view.getFloat64(COUNT_BYTES + (column * count + row) * 8, true);
  const int = (column: number, row: number) => view.getInt32(ints + (column * count + row) * 4, true);
  return Array.from({ length: count }, (_, row) => ({
    task: int(0, row),
    site: int(1, row),
    context: int(2, row),
    startedAt: clock(0, row),
    awaitSite: int(3, row),
    awaited: int(4, row),
    since: clock(1, row),
  }));
}
