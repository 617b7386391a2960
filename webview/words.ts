/** How numbers and states are written. */

import type { SourcePlace, TaskState } from '../shared/panel/questions.ts';
import { duration as inWords } from '../shared/words.ts';

/** What cannot be seen is written as nothing. */
export const duration = (ms: number): string => (ms < 0.05 ? '0 ms' : inWords(ms));

/** `main.ts:12`, as editors count. */
export const placeText = ({ file, line }: SourcePlace): string => `${file.slice(file.lastIndexOf('/') + 1)}:${line + 1}`;

/** States differ by sign and word as well as by colour. */
export const STATE_SIGNS: Readonly<Record<TaskState, string>> = {
  running: '▶',
  ready: '◆',
  suspended: '‖',
  fulfilled: '✓',
  rejected: '✗',
  lost: '?',
};
