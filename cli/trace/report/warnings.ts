/** Warnings as text. */

import type { PlacedEvidence, Warning } from '../../../trace/warnings/gather.ts';
import type { NamedPlace } from '../../../trace/warnings/warning.ts';
import { inWords } from '../../../trace/words.ts';
import { SEVERITY_NAME } from '../../formats/text.ts';
import type { Paint } from '../../formats/paint.ts';
import { shown } from '../../result.ts';
import { GAP, inColumns, NARROWEST, type Column } from '../../text/columns.ts';
import { wrapped } from '../../text/wrap.ts';

export interface Page {
  /** Absolute, with forward slashes: paths are shown relative to it. */
  readonly cwd: string;
  /** Characters in a line. */
  readonly width: number;
  readonly paint: Paint;
}

const INDENT = '  ';

/** Lines: where and what, the message, its evidence, the advice. */
export function warningLines(warning: Warning, page: Page): string[] {
  const { message, advice, evidence } = warning;
  return [
    titleOf(warning, page.cwd, page.paint),
    ...wrapped(message, page.width, INDENT),
    ...evidenceLines(evidence, page).map(line => page.paint.faint(INDENT + line)),
    ...wrapped(advice, page.width, INDENT),
  ];
}

/** `main.ts:4:3 warning never-awaited, 3 times, 1.2 s` */
export function titleOf({ site, severity, name, count, duration }: Warning, cwd: string, paint: Paint): string {
  const times = count === 1 ? '' : `, ${count.toLocaleString('en')} times`;
  const lasted = duration === 0 ? '' : duration === Infinity ? ', for ever' : `, ${inWords(duration)}`;
  const place = placeOf(site, cwd);
  return `${paint.strong(place)} ${paint.severity(severity, SEVERITY_NAME[severity])} ${name}${times}${lasted}`;
}

/** Line and column count from 1 on, as editors do. */
export const placeOf = (site: NamedPlace | undefined, cwd: string): string =>
  site === undefined ? '(somewhere)' : `${shown(site.file, cwd)}:${site.line + 1}:${site.character + 1}`;

const COLUMNS: readonly Column[] = ['right', 'right', 'left'];

/** Behind when and where it was, what it was, on several lines if need be. */
function evidenceLines(evidence: readonly PlacedEvidence[], { cwd, width }: Page): string[] {
  const places = evidence.map(({ site, from, until }) => [
    `at ${inWords(from)}`,
    until === Infinity ? 'never ended' : `for ${inWords(until - from)}`,
    placeOf(site, cwd),
  ]);
  const aligned = inColumns(COLUMNS, places, Infinity);
  const indent = ' '.repeat(aligned.reduce((longest, { length }) => Math.max(longest, length), 0) + GAP.length);
  return evidence.flatMap(({ message }, at) => {
    const [first = '', ...more] = wrapped(message, Math.max(width - INDENT.length, indent.length + NARROWEST), indent);
    return [aligned[at]! + first.slice(aligned[at]!.length), ...more];
  });
}
