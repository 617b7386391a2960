/** What blocks, and who reaches what blocks: a tree whose rows the editor asks for one level at a time. */

import type { Place } from './finding.ts';

/** `blocks`: from a function to what blocks it; `reaches`: from a function, or a known one, to those who call it. */
export type BlockingDirection = 'blocks' | 'reaches';

/**
 * `leaf`: a function that is known to block. `step`: one that runs when its callers do. `async`: an async function or
 * a promise's callback. `handler`: what answers requests. `later`: what is called when its callers are over, as by a
 * timer. `module`: the top level of a file.
 */
export type BlockingRowKind = 'leaf' | 'step' | 'async' | 'handler' | 'later' | 'module';

/** A row, with `Where` as its way to say where something stands. */
export interface BlockingRow<Where> {
  readonly kind: BlockingRowKind;
  /** As in `readFileSync` or `Store.load`. */
  readonly name: string;
  /** What it does or when it runs; may be empty. */
  readonly detail: string;
  /** What a click shows: the call, or, of the first row, the function. */
  readonly at: Where;
  /** By which the rows below are asked for; `undefined` where there are none to ask for. */
  readonly opens: Where | undefined;
}

/** Where to look, as editors say it: 0-based lines, and columns in UTF-16 code units. */
export type Point = Pick<Place, 'line' | 'character'>;

/** `end` exclusive. */
export interface Stretch {
  readonly start: Point;
  readonly end: Point;
}
