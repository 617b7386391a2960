/** What whoever follows a thread is told while its graph grows. All numbers are those of rows. */

export interface Observer {
  taskStarted(task: number): void;
  /** A slice has ended; `caller` is the task that called it, 0 for none. Duration in ticks. */
  sliceEnded(task: number, duration: number, caller: number): void;
  taskResumed(suspension: number): void;
  taskEnded(task: number): void;
  turnEnded(turn: number): void;
  /** So many tasks of the function at a site, which is no row, were not recorded. */
  tasksUnsampled(site: number, tasks: number): void;
}

export const NOBODY: Observer = {
  taskStarted: () => undefined,
  sliceEnded: () => undefined,
  taskResumed: () => undefined,
  taskEnded: () => undefined,
  turnEnded: () => undefined,
  tasksUnsampled: () => undefined,
};
