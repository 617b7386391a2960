/** For people: findings by file, each with the code it is about. */

import { SEVERITIES, type FileReport, type Finding, type Severity } from '../../shared/finding.ts';
import { countOf, shown, type CheckResult, type Formatter } from '../result.ts';
import { codeFrame } from './code-frame.ts';
import { paintWith, type Paint } from './paint.ts';

/** What people call a severity. */
export const SEVERITY_NAME: Readonly<Record<Severity, string>> = {
  error: 'error',
  warn: 'warning',
  info: 'info',
  hint: 'hint',
};

export const formatText: Formatter = result => {
  const paint = paintWith(result.colour);
  const files = result.reports.filter(report => report.findings.length > 0).map(report => file(report, result, paint));
  return [...files, summary(result.reports, paint)].join('\n');
};

function file(report: FileReport, result: CheckResult, paint: Paint): string {
  const text = result.textOf(report.file);
  const name = shown(report.file, result.cwd);
  return report.findings.map(it => finding(it, name, text, result, paint)).join('\n');
}

function finding(it: Finding, name: string, text: string, result: CheckResult, paint: Paint): string {
  const place = `${name}:${it.span.start.line + 1}:${it.span.start.character + 1}`;
  const title = `${paint.strong(place)} ${paint.severity(it.severity, SEVERITY_NAME[it.severity])} ${paint.faint(it.rule)}`;
  const related = it.related.map(({ span, message }) => {
    const where = `${shown(span.file, result.cwd)}:${span.start.line + 1}:${span.start.character + 1}`;
    return `  ${paint.faint(`${where} ${message}`)}\n`;
  });
  const message = `  ${it.message.replaceAll('\n', '\n  ')}\n`;
  return `${title}\n${message}${related.join('')}\n${codeFrame(text, it.span, paint)}\n`;
}

function summary(reports: readonly FileReport[], paint: Paint): string {
  const checked = `${many(reports.length, 'file')} checked`;
  const counts = SEVERITIES.map(severity => ({ severity, count: countOf(reports, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint.severity(severity, many(count, SEVERITY_NAME[severity])));
  return counts.length === 0 ? `No findings, ${checked}.\n` : `${counts.join(', ')} in ${checked}.\n`;
}

const many = (count: number, name: string): string => `${count} ${count === 1 || name === 'info' ? name : `${name}s`}`;
