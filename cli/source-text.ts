/** Source files as the compiler counts them, without a byte order mark, and back to disk as they were. */

import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits } from '../shared/apply-edits.ts';
import type { Edit } from '../shared/finding.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** The text of a file, without a byte order mark. @throws what reading it throws */
export function readSource(file: string): string {
  const text = readFileSync(file, 'utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** Applies edits to a file on disk. Everything else in it stays as it is, line ends and byte order mark too. */
export function editSource(file: string, edits: readonly Edit[]): void {
  const raw = readFileSync(file, 'utf8');
  const mark = raw.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  writeFileSync(file, mark + applyEdits(raw.slice(mark.length), edits));
}
