/** Workflow commands of GitHub Actions: each finding becomes an annotation in the pull request. */

import type { Finding, Severity } from '../../shared/finding.ts';
import { sourceOf } from '../../shared/recorded-warning.ts';
import { shown, type Formatter } from '../result.ts';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice', hint: 'notice' };

export const formatGithub: Formatter = ({ reports, cwd }) =>
  reports.flatMap(report => report.findings.map(finding => `${command(finding, cwd)}\n`)).join('');

function command({ severity, span, rule, message }: Finding, cwd: string): string {
  const properties = {
    file: shown(span.file, cwd),
    line: span.start.line + 1,
    col: span.start.character + 1,
    endLine: span.end.line + 1,
    // GitHub takes an end column only for findings on one line.
    ...(span.start.line === span.end.line && { endColumn: span.end.character + 1 }),
    title: `${sourceOf(rule)} ${rule}`,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${COMMAND[severity]} ${list.join(',')}::${escaped(message)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
