/** How numbers and states are written. */

import { FOR_EVER } from '../shared/panel/for-ever.ts';
import type { Brief } from '../shared/panel/story.ts';
import type { SourcePlace, TaskState } from '../shared/panel/tasks.ts';
import { duration as inWords } from '../shared/words.ts';

/** A number and its unit stay on one line. */
export const duration = (ms: number): string => inWords(ms).replaceAll(' ', '\u00a0');

/** What took `FOR_EVER`. */
export const NEVER = 'never ended';

/**
 * How long something took, or takes so far; since when, for what never ended. Moments and durations in milliseconds.
 */
export const waitInWords = (from: number, lasted: number): string =>
  lasted === FOR_EVER ? `waiting since ${duration(from)} (${NEVER})` : duration(lasted);

/** `main.ts:12`, as editors count. */
export const placeText = ({ file, line }: SourcePlace): string =>
  `${file.slice(file.lastIndexOf('/') + 1)}:${line + 1}`;

/** Paths without what all of them begin with. */
export function shortPaths(files: readonly string[]): string[] {
  const [first = '', ...others] = files.map(file => file.slice(0, file.lastIndexOf('/') + 1));
  let common = first;
  while (!others.every(folder => folder.startsWith(common)))
    common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return files.map(file => file.slice(common.length));
}

/** States differ by sign and word as well as by colour. */
export const STATE_SIGNS: Readonly<Record<TaskState, string>> = {
  running: '▶',
  ready: '◆',
  suspended: '‖',
  fulfilled: '✓',
  rejected: '✗',
  lost: '?',
};

/** When a task began, how long it took and how it ended, as a sentence. */
export function lifeInWords({ state, start, duration: lasted, lastWait }: Brief): string {
  const began = `from ${duration(start)} on`;
  if (lasted === FOR_EVER) {
    const since = lastWait === undefined ? 'when it began' : duration(lastWait.from);
    return state === 'suspended'
      ? `Never ended: waiting since ${since}; it ran ${began}.`
      : `Never ended: it was ${state}, ${began}.`;
  }
  switch (state) {
    case 'fulfilled':
      return `Came to its end in ${duration(lasted)}, ${began}.`;
    case 'rejected':
      return `Failed after ${duration(lasted)}, ${began}.`;
    case 'lost':
      return `Ended unseen, after at least ${duration(lasted)}, ${began}.`;
    default:
      return `Is ${state}, after ${duration(lasted)}, ${began}.`;
  }
}
