/** How numbers and states are written. */

import type { SourcePlace, TaskState } from '../shared/panel/questions.ts';

/** `0.4 ms`, `35 ms`, `1.2 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 0.05) return '0 ms';
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export const count = (number: number): string => number.toLocaleString('en');

export const counted = (number: number, what: string): string => `${count(number)} ${what}${number === 1 ? '' : 's'}`;

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
