/** Source files as the compiler counts them, without a byte order mark, and back to disk as they were. */

import { readFileSync, writeFileSync } from 'node:fs';
import { applyEdits } from '../shared/apply-edits.ts';
import { byteOrderMarkOf, withoutByteOrderMark } from '../shared/byte-order-mark.ts';
import type { Edit } from '../shared/finding.ts';

export function readSource(file: string): string {
  return withoutByteOrderMark(readFileSync(file, 'utf8'));
}

/** Applies edits to a file on disk. Everything else in it stays as it is, line ends and byte order mark too. */
export function editSource(file: string, edits: readonly Edit[]): void {
  const raw = readFileSync(file, 'utf8');
  writeFileSync(file, byteOrderMarkOf(raw) + applyEdits(withoutByteOrderMark(raw), edits));
}
