/** Reports our own suppression comments that do not say why they are there. */

import type { Finding, Severity } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import type { SuppressionComment } from './suppression-comments.ts';
import { REASON_TO_COME } from './suppression-edits.ts';

/** The name under which they are reported; not a rule that can be configured as one. */
export const UNEXPLAINED_SUPPRESSION = 'unexplained-suppression';

/** `text` is what the comments stand in. What our own quick fix puts there for people to replace is no reason. */
export function unexplainedSuppressions(
  file: string,
  text: string,
  comments: readonly SuppressionComment[],
  severity: Severity,
): Finding[] {
  const lines = new LineMap(text);
  return comments
    .filter(({ tool, reach, reason }) => tool === 'asynclens' && reach.kind !== 'on' && !isReason(reason))
    .map(comment => ({
      rule: UNEXPLAINED_SUPPRESSION,
      severity,
      message: 'This comment does not say why it is right here. Add the reason behind the rules: `-- reason`.',
      span: lines.span(file, comment.start, comment.end),
      related: [],
      fixes: [],
    }));
}

const isReason = (reason: string): boolean => reason !== '' && reason !== REASON_TO_COME;
