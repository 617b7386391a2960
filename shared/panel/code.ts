/** What the code in the editor is told. */

import type { SiteEvidence } from '../evidence.ts';

/** How long something takes, compared with the rest of the recording: 0 for not worth a mark. */
export type Heat = 0 | 1 | 2 | 3;

/** A place in the code of the editor, with all times together that something happened there. */
export interface TracedSite extends SiteEvidence {
  /** Where it is now, 0-based; `end` is exclusive, on the same line. */
  readonly line: number;
  readonly character: number;
  readonly end: number;
  /** The function's name, or what is awaited. May be empty. */
  readonly name: string;
  /** The id of the function that it is in, or that it is. */
  readonly function: string;
  /** Milliseconds of all times together: in which a function itself kept the thread, could have gone on, or waited. */
  readonly running: number;
  readonly ready: number;
  readonly suspended: number;
  readonly heat: Heat;
  /** Whether the program has ended: what had not come to its end by then never did. */
  readonly isOver: boolean;
  /** Who started it, or what it waited for, most frequent first; Markdown. */
  readonly story: readonly string[];
}
