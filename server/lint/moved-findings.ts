/** Findings in a text that was edited elsewhere. */

import type { Finding, Span } from '../../shared/finding.ts';
import type { SourceFile } from '../syntax/ast.ts';
import type { Places } from './findings.ts';
import { textDifference } from './text-difference.ts';

/** Where something of the text before is now, in all files; `undefined` for what was edited. */
export type Move = (span: Span) => Span | undefined;

/** @param places of the text as it is now */
export function moveBetween(before: SourceFile, now: SourceFile, places: Places): Move {
  if (before === now) return span => span;
  const { fileName } = now;
  const { start, end, newEnd } = textDifference(before.text, now.text);
  return span => {
    if (span.file !== fileName || span.end.offset <= start) return span;
    if (span.start.offset < end) return undefined;
    return places.span(fileName, span.start.offset + newEnd - end, span.end.offset + newEnd - end);
  };
}

/** `undefined` where a finding tells of what was edited; the same list where none has moved. */
export function moved(findings: readonly Finding[], move: Move): readonly Finding[] | undefined {
  const all: Finding[] = [];
  for (const finding of findings) {
    const one = movedOne(finding, move);
    if (!one) return undefined;
    all.push(one);
  }
  return all.every((one, i) => one === findings[i]) ? findings : all;
}

function movedOne(finding: Finding, move: Move): Finding | undefined {
  const span = move(finding.span);
  const related = finding.related.map(place => {
    const to = move(place.span);
    return to === place.span ? place : to && { ...place, span: to };
  });
  if (!span || !related.every(place => place !== undefined)) return undefined;
  const isWhereItWas = span === finding.span && related.every((place, i) => place === finding.related[i]);
  return isWhereItWas ? finding : { ...finding, span, related };
}
