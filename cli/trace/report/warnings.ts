/** Warnings as text. */

import type { PlacedEvidence, Warning } from '../../../trace/warnings/gather.ts';
import type { Mistake } from '../../../trace/warnings/mistakes.ts';
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

/** Lines: where and what, the message, its evidence, what else was warned of the same mistake, the advice. */
export function mistakeLines(mistake: Mistake, page: Page): string[] {
  const { advice, also } = mistake;
  return [
    titleOf(mistake, page.cwd, page.paint),
    ...storyLines(mistake, page),
    ...also.flatMap(it => [`${INDENT}also ${whatOf(it)}`, ...storyLines(it, page)]),
    ...wrapped(advice, page.width, INDENT),
  ];
}

const storyLines = ({ message, evidence }: Warning, page: Page): string[] => [
  ...wrapped(message, page.width, INDENT),
  ...evidenceLines(evidence, page).map(line => page.paint.faint(INDENT + line)),
];

/** `main.ts:4:3 warning never-awaited, 3 times, 1.2 s` */
export function titleOf(warning: Warning, cwd: string, paint: Paint): string {
  const { site, severity } = warning;
  return `${paint.strong(placeOf(site, cwd))} ${paint.severity(severity, SEVERITY_NAME[severity])} ${whatOf(warning)}`;
}

function whatOf({ name, count, duration }: Warning): string {
  const times = count === 1 ? '' : `, ${count.toLocaleString('en')} times`;
  const lasted = duration === 0 ? '' : duration === Infinity ? ', for ever' : `, ${inWords(duration)}`;
  return `${name}${times}${lasted}`;
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
