/** How numbers and states are written. */

import type { SourcePlace, TaskState } from '../shared/panel/tasks.ts';
import { duration as inWords } from '../shared/words.ts';

/** What cannot be seen is written as nothing. A number and its unit stay on one line. */
export const duration = (ms: number): string => (ms < 0.05 ? '0 ms' : inWords(ms)).replaceAll(' ', '\u00a0');

/** `main.ts:12`, as editors count. */
export const placeText = ({ file, line }: SourcePlace): string => `${file.slice(file.lastIndexOf('/') + 1)}:${line + 1}`;

/** Paths without what all of them begin with. */
export function shortPaths(files: readonly string[]): string[] {
  const [first = '', ...others] = files.map(file => file.slice(0, file.lastIndexOf('/') + 1));
  let common = first;
  while (!others.every(folder => folder.startsWith(common))) common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
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

/** To be followed by how long it took, or takes so far. */
export function outcomeInWords(state: TaskState): string {
  switch (state) {
    case 'fulfilled':
      return 'Came to its end in';
    case 'rejected':
      return 'Failed after';
    case 'lost':
      return 'Ended unseen, after at least';
    default:
      return `Is ${state}, after`;
  }
}
