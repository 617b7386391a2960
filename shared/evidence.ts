/** What the last run of a program tells of places in its code. */

import type { SiteKind } from './trace/site.ts';

/** Milliseconds. */
export interface Durations {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

export interface SiteEvidence {
  /** The site's id: see `SiteNames`. */
  readonly site: string;
  readonly kind: SiteKind;
  /** The original source, as the recording has it: it may have been made on another machine. */
  readonly file: string;
  /** How often a task began here, was awaited, or its promise was discarded. */
  readonly count: number;
  /** How many of them came to a rejection. */
  readonly rejected: number;
  /** How many of these nobody handled. */
  readonly unhandled: number;
  /** Why, in short, and how often; the most frequent first, and not all. Empty where that is not told. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** How many had not ended, or not resumed, when the recording ended. */
  readonly pending: number;
  /** When the first of these began: milliseconds since the recording did; `undefined` where that is not known. */
  readonly pendingSince: number | undefined;
  /**
   * From start to end, or from suspension to resumption; `undefined` where none came to its end, or for discarded ones.
   */
  readonly durations: Durations | undefined;
}

const VERBS: Readonly<Record<SiteKind, string>> = {
  function: 'called',
  generator: 'called',
  module: 'loaded',
  await: 'awaited',
  forAwait: 'awaited',
  yield: 'reached',
  yieldAll: 'reached',
  using: 'awaited',
  discard: 'dropped',
};

/** What is said of those that have not come to their end, as long as they may. */
export const PENDING: Readonly<Record<SiteKind, string>> = {
  function: 'not finished',
  generator: 'not finished',
  module: 'not finished',
  await: 'still waiting',
  forAwait: 'still waiting',
  yield: 'still waiting',
  yieldAll: 'still waiting',
  using: 'still waiting',
  discard: 'not settled',
};

/** One sentence, such as "In the last run: dropped 12×, 2 rejected (1 handled by nobody): ECONNRESET." */
export function evidenceInWords(evidence: SiteEvidence): string {
  const { kind, count, rejected, pending, durations } = evidence;
  const parts = [
    `${VERBS[kind]} ${count}×`,
    ...(rejected > 0 ? [rejections(evidence)] : []),
    ...(pending > 0 ? [`${pending} ${PENDING[kind]} at its end`] : []),
    ...(durations === undefined ? [] : [took(durations, count - pending)]),
  ];
  return `In the last run: ${parts.join(', ')}.`;
}

function rejections({ rejected, unhandled, reasons }: SiteEvidence): string {
  const lost = unhandled > 0 ? ` (${unhandled} handled by nobody)` : '';
  const told = reasons.map(({ reason, count }) => (count === rejected ? reason : `${count}× ${reason}`)).join(', ');
  return `${rejected} rejected${lost}${told === '' ? '' : `: ${told}`}`;
}

function took({ median, most }: Durations, ended: number): string {
  return ended === 1 ? inMs(most) : `${inMs(median)} at the median, ${inMs(most)} at most`;
}

/** A duration in milliseconds, with as many digits as tell something. */
export const inMs = (ms: number): string => `${ms < 10 ? Number(ms.toPrecision(2)) : Math.round(ms)} ms`;
