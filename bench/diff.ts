/** Shows what a change does to files, for people to read. */

import { spawnSync } from 'node:child_process';
import { type Checkout, nameIn } from './checkout.ts';

/** A unified diff, with two lines around what changes. `changes` gives files their new text. Needs git. */
export function diffOf(changes: ReadonlyMap<string, string>, checkout: Checkout): string {
  return [...changes].map(([file, text]) => `${nameIn(checkout, file)}\n${hunks(file, text)}`).join('');
}

function hunks(file: string, text: string): string {
  const args = ['diff', '--no-index', '--no-color', '--unified=2', '--', file, '-'];
  const { stdout, stderr, status, error } = spawnSync('git', args, { input: text, encoding: 'utf8' });
  if (error !== undefined) throw error;
  // 1 means that the texts differ.
  if (status !== 0 && status !== 1) throw new Error(`git could not compare ${file}: ${stderr}`);
  return stdout.slice(Math.max(stdout.indexOf('\n@@') + 1, 0));
}
