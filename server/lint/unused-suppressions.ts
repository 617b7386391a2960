/** Reports our own suppression comments that silence nothing. */

import type { Finding, Fix, Severity } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import { isWarning, WARNING_NAMES } from '../../shared/recorded-warning.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { didYouMean } from './did-you-mean.ts';
import type { NamedRule, SuppressionComment } from './suppression-comments.ts';
import type { Suppressions } from './suppressions.ts';

/** The name under which they are reported; not a rule that can be configured as one. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/**
 * To be called after all findings of the file were put to `suppressions`. `text` is what it was made of. Names of
 * run-time warnings are of use whenever somebody looks at a recording.
 */
export function unusedSuppressions(
  file: string,
  text: string,
  suppressions: Suppressions,
  rules: readonly RuleMeta[],
  severity: Severity,
): Finding[] {
  const ours = suppressions.comments.filter(({ tool, reach }) => tool === 'asynclens' && reach.kind !== 'on');
  const lines = new LineMap(text);
  return ours.flatMap(comment => {
    const unused =
      comment.rules === 'all'
        ? []
        : comment.rules.filter(({ name }) => !isWarning(name) && !suppressions.isUsed(comment, name));
    const whole = comment.rules === 'all' ? !suppressions.isUsed(comment) : unused.length === comment.rules.length;
    if (!whole && unused.length === 0) return [];

    const [at, edit] = whole ? [comment, removal(text, comment)] : [unused[0]!, withoutRules(comment, unused)];
    const fix: Fix = {
      title: whole ? 'Remove the comment' : `Remove ${unused.map(({ name }) => name).join(', ')} from the comment`,
      kind: 'safe',
      edits: [{ span: lines.span(file, edit.start, edit.end), text: edit.text }],
    };
    const span = lines.span(file, at.start, at.end);
    return [{ rule: UNUSED_SUPPRESSION, severity, message: message(unused, rules), span, related: [], fixes: [fix] }];
  });
}

function message(unused: readonly NamedRule[], rules: readonly RuleMeta[]): string {
  const known = rules.map(rule => rule.name);
  const unknown = unused.find(({ name }) => !known.includes(name));
  if (unknown !== undefined)
    return `There is no rule "${unknown.name}".${didYouMean(unknown.name, [...known, ...WARNING_NAMES])}`;
  const names = unused.map(({ name }) => `\`${name}\``).join(', ');
  return names === ''
    ? 'This comment silences nothing: no rule finds anything here. Remove it.'
    : `This comment silences nothing of ${names}: nothing is found here. Remove it.`;
}

interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Takes a comment away, with the JSX braces around it, and with its lines where nothing else is on them. */
export function removal(text: string, comment: { readonly start: number; readonly end: number }): TextEdit {
  const opening = /\{\s*$/.exec(text.slice(0, comment.start));
  const closing = /^\s*\}/.exec(text.slice(comment.end));
  const braced = text.startsWith('/*', comment.start) && opening !== null && closing !== null;
  const start = braced ? opening.index : comment.start;
  const end = braced ? comment.end + closing[0].length : comment.end;

  const before = /[ \t]*$/.exec(text.slice(0, start))![0].length;
  const after = /^[ \t]*/.exec(text.slice(end))![0].length;
  const lineBreak = /^(?:\r\n|\n|\r|$)/.exec(text.slice(end + after));
  if (lineBreak === null) return { start, end: end + after, text: '' };
  const startsLine = /(?:^|[\n\r])$/.test(text.slice(0, start - before));
  return { start: start - before, end: startsLine ? end + after + lineBreak[0].length : end + after, text: '' };
}

/** Writes the list of rules anew with those that are of use. */
function withoutRules({ rules }: SuppressionComment, unused: readonly NamedRule[]): TextEdit {
  const all = rules as readonly NamedRule[];
  const kept = all.filter(rule => !unused.includes(rule)).map(({ name }) => name);
  return { start: all[0]!.start, end: all.at(-1)!.end, text: kept.join(', ') };
}
