/** From where on something is worth a warning. Whoever knows the program better gives other numbers. */

export const THRESHOLDS = {
  /** Milliseconds. */
  'event-loop-block': 100,
  /** Milliseconds that a timer outlives its race. */
  'leaked-race-timer': 500,
  /** Milliseconds. */
  'long-suspension': 5000,
  /** Milliseconds of one turn of the event loop. */
  'microtask-starvation': 100,
  /** Milliseconds from when a task could go on. */
  'ready-but-waiting': 50,
  /** Milliseconds that could have been saved. */
  'sequential-awaits': 100,
  /** Waits for files, sockets and the like at the same time. */
  'unbounded-fan-out': 100,
} as const;

export type Thresholds = Readonly<Record<keyof typeof THRESHOLDS, number>>;
