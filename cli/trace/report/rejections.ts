/** Why tasks were rejected, as a table. */

import { reasonInWords } from '../../../shared/trace/reason.ts';
import { nameOfSite } from '../../../trace/words.ts';
import { inColumns, shortened, type Column } from '../../text/columns.ts';
import type { FunctionRow } from './functions.ts';
import { placeOf, type Page } from './warnings.ts';

/** So many reasons are shown: the most frequent ones. */
const MOST = 8;

/** Characters of a reason: more would leave no room for the place. */
const LONGEST = 60;

const COLUMNS: readonly Column[] = ['right', 'left', 'left', 'left'];

/** Lines; none where nothing was rejected for a reason that is known. */
export function rejectionLines(rows: readonly FunctionRow[], { cwd, width, paint }: Page): string[] {
  const found = rows
    .flatMap(({ site, totals }) => totals.reasons.list().map(it => ({ ...it, site })))
    .sort((a, b) => b.count - a.count);
  if (found.length === 0) return [];
  const cells = found
    .slice(0, MOST)
    .map(({ reason, count, site }) => [
      count.toLocaleString('en'),
      shortened(reasonInWords(reason), LONGEST),
      nameOfSite(site).replaceAll('`', ''),
      placeOf(site, cwd),
    ]);
  const [head = '', ...lines] = inColumns(COLUMNS, [['rejected', 'because of', 'function', 'where'], ...cells], width);
  const left = found.length - cells.length;
  return [paint.strong(head), ...lines, ...(left > 0 ? [paint.faint(`and ${left} more: --json tells all`)] : [])];
}
