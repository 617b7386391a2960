/** What whoever follows a thread is told while its graph grows. All numbers are those of rows. */

export interface Observer {
  taskStarted(task: number): void;
  /** The task's slice has ended. */
  taskSuspended(suspension: number): void;
  taskResumed(suspension: number): void;
  /** The task's last slice has ended. */
  taskEnded(task: number): void;
  turnEnded(turn: number): void;
}

export const NOBODY: Observer = {
  taskStarted: () => undefined,
  taskSuspended: () => undefined,
  taskResumed: () => undefined,
  taskEnded: () => undefined,
  turnEnded: () => undefined,
};
