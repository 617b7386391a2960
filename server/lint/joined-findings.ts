/**
 * One mistake is one finding, whoever tells of it: what a run warns of is joined to what the linter says of the place.
 */

import { SEVERITIES, type Finding, type RelatedPlace } from '../../shared/finding.ts';
import type { WarningName } from '../../shared/recorded-warning.ts';
import { maySpeakOfSame } from '../../shared/same-mistake.ts';

/**
 * Findings of one file, those of a recording among them. Of those about one mistake at one place the first stays, which
 * is that of a rule if there is one, with the others as what explains it; it is as bad as the worst of them.
 */
export function joined(ofRules: readonly Finding[], ofRun: readonly Finding[]): Finding[] {
  const found = [...ofRules];
  for (const warning of ofRun) {
    const at = found.findIndex(it => isSameMistake(it, warning));
    if (at === -1) found.push(warning);
    else found[at] = withWarning(found[at]!, warning);
  }
  return found;
}

const isSameMistake = (finding: Finding, warning: Finding): boolean =>
  finding.span.start.offset === warning.span.start.offset &&
  maySpeakOfSame(warning.rule as WarningName, finding.rule);

const withWarning = (finding: Finding, warning: Finding): Finding => ({
  ...finding,
  severity: SEVERITIES.find(it => it === finding.severity || it === warning.severity)!,
  related: [...finding.related, inLastRun(warning), ...warning.related],
});

const inLastRun = ({ rule, span, message }: Finding): RelatedPlace => ({
  span,
  message: `In the last run (${rule}): ${message}`,
});
