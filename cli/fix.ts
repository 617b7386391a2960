/** Applies safe fixes to the files on disk. */

import type { FileReport } from '../shared/finding.ts';
import type { Workspace } from '../server/lint/api.ts';
import { editSource } from './source-text.ts';

/** A fix can make place for another one; this many times is more than real code needs. */
const MAX_PASSES = 10;

/**
 * Lints and fixes until no safe fix is left; gives the last reports.
 * `lint` reports on all files as they are on disk, with their safe fixes at least.
 */
export function fixUntilStable(workspace: Workspace, lint: () => readonly FileReport[]): readonly FileReport[] {
  let reports = lint();
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    const fixed = reports.filter(isFixable).filter(({ file }) => fixFile(workspace, file));
    if (fixed.length === 0) break;
    reports = lint();
  }
  return reports;
}

const isFixable = ({ findings }: FileReport): boolean =>
  findings.some(({ fixes }) => fixes.some(({ kind }) => kind === 'safe'));

/** Whether there was anything to change. */
function fixFile(workspace: Workspace, file: string): boolean {
  const edits = workspace.fixAll(file);
  if (edits.length === 0) return false;
  editSource(file, edits);
  workspace.filesChanged([{ file, kind: 'changed' }]);
  return true;
}
