/** A report for people. */

import type { Severity } from '../../../shared/finding.ts';
import { counted } from '../../../shared/words.ts';
import { failuresIn } from '../../../trace/ending.ts';
import { inWords } from '../../../trace/words.ts';
import type { Thread } from '../../../trace/thread.ts';
import type { Warning } from '../../../trace/warnings/gather.ts';
import { mistakesIn } from '../../../trace/warnings/mistakes.ts';
import { SEVERITY_NAME } from '../../formats/text.ts';
import type { Paint } from '../../formats/paint.ts';
import { wrapped } from '../../text/wrap.ts';
import { missingIn } from '../missing.ts';
import type { Report } from './report.ts';
import { pathLines } from './critical-path.ts';
import { functionLines } from './functions-table.ts';
import { SEVERITIES } from './options.ts';
import { rejectionLines } from './rejections.ts';
import { mistakeLines, type Page } from './warnings.ts';

export function textOf({ recorded, functions, top, warnings }: Report, page: Page): string {
  const failures = failuresIn(recorded.threads.map(({ stream }) => stream));
  const mistakes = mistakesIn(warnings);
  const sections = [
    threadLines(recorded.threads),
    failures.flatMap(it => wrapped(it, page.width)).map(line => page.paint.severity('error', line)),
    functionLines(functions, top, page),
    rejectionLines(functions, page),
    ...recorded.threads.map(({ graph }) => pathLines(graph, page)),
    ...mistakes.map(it => mistakeLines(it, page)),
    missingIn(recorded, page.cwd).flatMap(it => wrapped(it, page.width)),
    [verdict(mistakes, failures, page.paint)],
  ];
  return sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => `${line}\n`).join(''))
    .join('\n');
}

/** Of many processes most have no task: those are only counted. */
function threadLines(threads: readonly Thread[]): string[] {
  const busy = threads.filter(({ graph }) => graph.tasks.size > 0);
  const rest = threads.length - busy.length;
  const others = rest === 0 ? [] : [`${counted(rest, busy.length === 0 ? 'thread' : 'more thread')} without a task`];
  return [...busy.map(threadLine), ...others];
}

function threadLine({ stream: { info, end }, graph }: Thread): string {
  const what = info.thread === 0 ? `process ${info.pid}` : `process ${info.pid}, thread ${info.thread}`;
  const code = end?.exitCode === undefined ? '' : `, exit code ${end.exitCode}`;
  const command = ['node', ...info.argv.slice(1)].join(' ');
  return `${what}: ${counted(graph.tasks.size, 'task')} in ${inWords(graph.until)}${code}, Node ${info.node}, ${command}`;
}

function verdict(warnings: readonly Warning[], failures: readonly string[], paint: Paint): string {
  if (warnings.length === 0) return failures.length === 0 ? 'No warnings.' : 'No warnings besides.';
  return SEVERITIES.map(severity => ({ severity, count: warnings.filter(it => it.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint.severity(severity, many(count, severity)))
    .join(', ');
}

/** "info" has no plural. */
const many = (count: number, severity: Severity): string =>
  severity === 'info' ? `${count} info` : counted(count, SEVERITY_NAME[severity]);
