/** A recording that questions are asked of, and its one axis of time. */

import type { SiteEvidence } from '../shared/evidence.ts';
import { TICKS_PER_MS } from '../shared/trace/events.ts';
import type { Site } from '../shared/trace/site.ts';
import { FOR_EVER } from '../shared/panel/for-ever.ts';
import type { Progress } from '../shared/panel/questions.ts';
import type { SourcePlace, TaskRef } from '../shared/panel/tasks.ts';
import { evidenceIn } from '../trace/evidence.ts';
import type { Task, Ticks } from '../trace/graph.ts';
import type { Thread } from '../trace/thread.ts';
import { warningsIn, type Warning } from '../trace/warnings/gather.ts';

export class Recording {
  /** In the order in which they began; more may join a recording that grows. */
  readonly threads: readonly Thread[];
  /** What was found to be wrong with it, for people to read. */
  readonly damages: readonly string[];
  readonly progress: Progress;
  #warnings: readonly Warning[] | undefined;
  #evidence: readonly SiteEvidence[] | undefined;

  constructor(threads: readonly Thread[], damages: readonly string[], progress: Progress) {
    this.threads = threads;
    this.damages = damages;
    this.progress = progress;
  }

  /** What went wrong, the worst first. Worked out once, and only when somebody asks. */
  get warnings(): readonly Warning[] {
    this.#warnings ??= warningsIn(this.threads.map(({ graph }) => graph));
    return this.#warnings;
  }

  /** What it tells of each site. Worked out once, and only when somebody asks. */
  get evidence(): readonly SiteEvidence[] {
    this.#evidence ??= evidenceIn(this.threads);
    return this.#evidence;
  }

  /** The milliseconds since the recording began of a moment of a thread's own clock; `FOR_EVER` for Infinity. */
  at({ stream }: Thread, moment: Ticks): number {
    return Math.min(FOR_EVER, stream.info.startedAt - this.#beginning + moment / TICKS_PER_MS);
  }

  /** The moment of a thread's own clock at so many milliseconds since the recording began. */
  momentIn({ stream }: Thread, ms: number): Ticks {
    return (ms - (stream.info.startedAt - this.#beginning)) * TICKS_PER_MS;
  }

  /** Milliseconds from the beginning to the last moment that is known of. */
  get duration(): number {
    return Math.max(0, ...this.threads.map(thread => this.at(thread, thread.graph.until)));
  }

  get #beginning(): number {
    return Math.min(...this.threads.map(({ stream }) => stream.info.startedAt));
  }
}

/** Milliseconds of a duration; `FOR_EVER` for Infinity. */
export const inMs = (duration: Ticks): number => Math.min(FOR_EVER, duration / TICKS_PER_MS);

/** Where the panel opens a site. */
export const placeOf = (site: Pick<Site, 'file' | 'line' | 'character'> | undefined): SourcePlace | undefined =>
  site && { file: site.file, line: site.line, character: site.character };

/** @param thread its index */
export const refTo = (thread: number, { id }: Pick<Task, 'id'>): TaskRef => ({ thread, task: id });
