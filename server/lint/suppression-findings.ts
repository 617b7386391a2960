/** What is reported of suppression comments themselves, by the settings about them. */

import type { Finding } from '../../shared/finding.ts';
import type { SourceFile } from '../syntax/ast.ts';
import { isOn, type FileConfig } from './config-resolve.ts';
import { RULE_METAS } from './rule-list.ts';
import type { Suppressions } from './suppressions.ts';
import { UNEXPLAINED_SUPPRESSION, unexplainedSuppressions } from './unexplained-suppressions.ts';
import { UNUSED_SUPPRESSION, unusedSuppressions } from './unused-suppressions.ts';

/** The names under which such findings are reported. */
export const SUPPRESSION_FINDINGS: readonly string[] = [UNUSED_SUPPRESSION, UNEXPLAINED_SUPPRESSION];

/** To be called after all findings of the file were put to `suppressions`. */
export function findingsOfComments(
  { fileName, text }: SourceFile,
  suppressions: Suppressions,
  { reportUnusedSuppressions: unused, reportUnexplainedSuppressions: unexplained }: FileConfig,
): Finding[] {
  const { comments } = suppressions;
  return [
    ...(isOn(unused) ? unusedSuppressions(fileName, text, suppressions, RULE_METAS, unused) : []),
    ...(isOn(unexplained) ? unexplainedSuppressions(fileName, text, comments, unexplained) : []),
  ];
}
