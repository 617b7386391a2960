/** Functions as a table. */

import { inWords, nameOfSite } from '../../../trace/words.ts';
import { inColumns, shortened, type Column } from '../../text/columns.ts';
import type { FunctionRow } from './functions.ts';
import { placeOf, type Page } from './warnings.ts';

interface TableColumn {
  readonly title: string;
  readonly side: Column;
  readonly cell: (row: FunctionRow, cwd: string) => string;
}

/** Characters of a name: more would leave no room for the place. */
const NAME = 30;

/** Nothing is told by a mark, so that what is there stands out. */
const count = (value: number): string => (value === 0 ? '-' : value.toLocaleString('en'));
const time = (ticks: number): string => (ticks === 0 ? '-' : inWords(ticks));

const COLUMNS: readonly TableColumn[] = [
  { title: 'tasks', side: 'right', cell: ({ totals }) => count(totals.started + totals.unsampled) },
  { title: 'running', side: 'right', cell: ({ totals }) => time(totals.self) },
  { title: 'ready', side: 'right', cell: ({ totals }) => time(totals.ready) },
  { title: 'suspended', side: 'right', cell: ({ totals }) => time(totals.suspended) },
  { title: 'p50', side: 'right', cell: ({ totals }) => time(totals.durations.percentile(50)) },
  { title: 'p95', side: 'right', cell: ({ totals }) => time(totals.durations.percentile(95)) },
  { title: 'max', side: 'right', cell: ({ totals }) => time(totals.durations.max) },
  { title: 'rejected', side: 'right', cell: ({ totals }) => count(totals.rejected) },
  { title: 'unended', side: 'right', cell: ({ totals }) => count(totals.alive) },
  { title: 'function', side: 'left', cell: ({ site }) => shortened(nameOfSite(site).replaceAll('`', ''), NAME) },
  { title: 'where', side: 'left', cell: ({ site }, cwd) => placeOf(site, cwd) },
];

/** Lines. Of more than `top` rows the first are shown, and how many are left is said. */
export function functionLines(rows: readonly FunctionRow[], top: number, { cwd, width, paint }: Page): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, top);
  const cells = shown.map(row => COLUMNS.map(({ cell }) => cell(row, cwd)));
  const titles = COLUMNS.map(({ title }) => title);
  const [head = '', ...lines] = inColumns(COLUMNS.map(({ side }) => side), [titles, ...cells], width);
  const left = rows.length - shown.length;
  return [paint.strong(head), ...lines, ...(left > 0 ? [paint.faint(`and ${left} more: --top ${rows.length}`)] : [])];
}
