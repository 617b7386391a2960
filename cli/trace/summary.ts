/** What is said of a recording when its program has ended. */

import type { Thread } from '../../trace/thread.ts';
import { OUTCOMES } from '../../trace/graph/tasks.ts';
import { failuresIn } from '../../trace/ending.ts';
import { counted } from '../../shared/words.ts';
import { warningsIn } from '../../trace/warnings/gather.ts';
import { mistakesIn } from '../../trace/warnings/mistakes.ts';
import { shown } from '../result.ts';
import { paintWith } from '../formats/paint.ts';
import { wrapped } from '../text/wrap.ts';
import { titleOf } from './report/warnings.ts';
import { missingIn } from './missing.ts';
import type { Threads } from './read.ts';

/** So many warnings are named: who wants to know more asks for the report. */
const WORST = 3;

const INDENT = '  ';

/** Where a summary is shown. */
export interface SummaryPage {
  /** Absolute, with forward slashes: paths are shown relative to it. */
  readonly cwd: string;
  /** Characters in a line. */
  readonly width: number;
}

/** Lines of text. `file` is absolute, with forward slashes; `bytes` is the size of the recording. */
export function summaryOf(recorded: Threads, file: string, bytes: number, { cwd, width }: SummaryPage): string {
  const { threads } = recorded;
  const tasks = threads.reduce((sum, { graph }) => sum + graph.tasks.size, 0);
  const warnings = mistakesIn(warningsIn(threads.map(({ graph }) => graph)));
  const more = warnings.length > WORST ? [`and ${counted(warnings.length - WORST, 'more warning')}`] : [];
  return [
    `Recorded ${counted(tasks, 'task')} in ${counted(threads.length, 'thread')}${outcomes(threads)}.`,
    ...failuresIn(threads.map(({ stream }) => stream)),
    ...warnings.slice(0, WORST).flatMap(it => [
      `${INDENT}${titleOf(it, cwd, paintWith(false))}`,
      ...wrapped(it.message, width, INDENT + INDENT),
    ]),
    ...more.map(line => `  ${line}`),
    ...missingIn(recorded, cwd),
    `${shown(file, cwd)} has the recording (${size(bytes)}). \`asynclens report ${shown(file, cwd)}\` tells more.`,
  ]
    .map(line => `${line}\n`)
    .join('');
}

function outcomes(threads: readonly Thread[]): string {
  const said = [
    [countOf(threads, 'rejected'), 'rejected'],
    [countOf(threads, 'pending'), 'never ended'],
  ] as const;
  const words = said.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString('en')} ${what}`);
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}

function countOf(threads: readonly Thread[], outcome: (typeof OUTCOMES)[number]): number {
  const index = OUTCOMES.indexOf(outcome);
  let count = 0;
  for (const { graph } of threads) {
    const { tasks } = graph.tables;
    for (let row = 1; row < tasks.end; row++) if (tasks.outcome[row] === index) count++;
  }
  return count;
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
