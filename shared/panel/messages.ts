/** What the panel's page and the extension say to each other, and the extension and the thread with the recording. */

import type { Answer, Question } from './questions.ts';
import type { SourcePlace } from './tasks.ts';

/** page → extension. Questions are passed on to the thread that holds the recording. */
export type FromPage =
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'open'; readonly place: SourcePlace }
  /** It can be told what to select. Sent again by a page that was hidden. */
  | { readonly kind: 'ready' }
  /** It shows what it was told to. */
  | { readonly kind: 'revealed' };

/** extension → page, besides what comes from the thread: shows all tasks of a site, by its id. */
export interface Reveal {
  readonly kind: 'reveal';
  readonly site: string;
}

/** thread → extension → page */
export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  /**
   * The recording has grown, or is there at last: what was answered is out of date. Sent a few times a second at most.
   */
  | { readonly kind: 'changed' }
  /** The recording was read to its end. */
  | { readonly kind: 'complete' }
  /** The recording cannot be read. */
  | { readonly kind: 'broken'; readonly message: string };

/** Where a recording comes from. Paths are absolute. */
export type RecordingSource =
  | { readonly kind: 'file'; readonly file: string; readonly state: RecordingState }
  /** What the programs of a run send that meet their listener in a folder: see `shared/trace/rendezvous.ts`. */
  | { readonly kind: 'run'; readonly folder: string };

/** A file is `growing` until its end is told of; of one that was `found`, what is in it tells whether it grows. */
export type RecordingState = 'growing' | 'found';

/** extension → thread. The first is `load`, and comes once. */
export type ToStore =
  | { readonly kind: 'load'; readonly source: RecordingSource }
  /** A recording that grew is complete. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question };
