/** Which warnings of a run, and which rules, may be about one mistake: whoever tells of it, it is shown as one. */

import type { WarningName } from './recorded-warning.ts';

/** What nobody waits for: a warning of it may be the harm that follows. */
const LOST_PROMISES = [
  'unhandled-rejection',
  'never-awaited',
  'no-floating-promises',
  'no-misused-promises',
  'no-dropped-promise',
  'no-unhandled-rejection-window',
  'promise-chain',
];
const BLOCKS = ['event-loop-block', 'microtask-starvation', 'no-blocking-call', 'no-cpu-hog', 'no-busy-wait'];

const SAME_MISTAKE: Partial<Readonly<Record<WarningName, readonly string[]>>> = {
  'unhandled-rejection': LOST_PROMISES,
  'never-awaited': LOST_PROMISES,
  'event-loop-block': BLOCKS,
  'microtask-starvation': BLOCKS,
};

/** Whether they are, if they stand at one place. @param other a warning or a rule */
export const maySpeakOfSame = (warning: WarningName, other: string): boolean =>
  SAME_MISTAKE[warning]?.includes(other) === true;
