/** ESLint's JSON: an array of files, so that whatever reads ESLint's output reads ours. */

import type { Edit, FileReport, Finding, Fix, Severity } from '../../shared/finding.ts';
import type { CheckResult, Formatter } from '../result.ts';

/** ESLint has two; information and hints are at most a warning. */
const SEVERITY: Readonly<Record<Severity, 1 | 2>> = { error: 2, warn: 1, info: 1, hint: 1 };

export const formatJson: Formatter = result =>
  `${JSON.stringify(result.reports.map(report => file(report, result)))}\n`;

function file(report: FileReport, result: CheckResult): object {
  const text = report.findings.length > 0 ? result.textOf(report.file) : '';
  const messages = report.findings.map(finding => message(finding, report.file, text));
  const count = (severity: 1 | 2, fixable: boolean) =>
    messages.filter(it => it.severity === severity && (!fixable || it.fix !== undefined)).length;
  return {
    filePath: report.file,
    messages,
    suppressedMessages: [],
    errorCount: count(2, false),
    fatalErrorCount: 0,
    warningCount: count(1, false),
    fixableErrorCount: count(2, true),
    fixableWarningCount: count(1, true),
    ...(messages.length > 0 && { source: text }),
  };
}

function message(finding: Finding, file: string, text: string) {
  // ESLint knows fixes within one file only.
  const fixes = finding.fixes.filter(fix => fix.edits.every(edit => edit.span.file === file));
  const safe = fixes.find(fix => fix.kind === 'safe');
  const suggestions = fixes.filter(fix => fix.kind !== 'safe');
  const { start, end } = finding.span;
  return {
    ruleId: finding.rule,
    severity: SEVERITY[finding.severity],
    message: finding.message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    ...(safe && { fix: merged(safe.edits, text) }),
    ...(suggestions.length > 0 && { suggestions: suggestions.map(fix => suggestion(fix, text)) }),
  };
}

const suggestion = (fix: Fix, text: string): object => ({ desc: fix.title, fix: merged(fix.edits, text) });

/** One edit that does what several do: the text between them is part of it. Offsets are 0-based. */
function merged(edits: readonly Edit[], text: string): { range: [start: number, end: number]; text: string } {
  const sorted = edits.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
  const start = sorted[0]!.span.start.offset;
  let end = start;
  let replacement = '';
  for (const edit of sorted) {
    replacement += text.slice(end, edit.span.start.offset) + edit.text;
    end = edit.span.end.offset;
  }
  return { range: [start, end], text: replacement };
}
