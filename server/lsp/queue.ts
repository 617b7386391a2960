/** The jobs that wait for the worker thread. */

import type { Job } from './job.ts';

export class JobQueue {
  readonly #document: Job[] = [];
  readonly #workspace: Job[] = [];

  add(job: Job): void {
    (job.urgency === 'document' ? this.#document : this.#workspace).push(job);
  }

  /**
   * The job to do next. Documents come before the workspace, and of documents the newest question first:
   * that is where its author looks now.
   */
  take(): Job | undefined {
    for (;;) {
      const job = this.#document.pop() ?? this.#workspace.shift();
      if (job === undefined || job.open) return job;
    }
  }

  /** All waiting jobs that are still wanted. */
  waiting(): readonly Job[] {
    return [...this.#document, ...this.#workspace].filter(job => job.open);
  }
}
