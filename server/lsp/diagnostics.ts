/** Findings as LSP diagnostics. */

import { createHash } from 'node:crypto';
import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { FileReport, Finding, Severity, Span } from '../../shared/finding.ts';
import { pageOf, sourceOf } from '../../shared/recorded-warning.ts';
import type { ConfigProblem } from '../lint/api.ts';
import { UNUSED_SUPPRESSION } from '../lint/unused-suppressions.ts';
import type { Session } from './session.ts';

export const SOURCE = 'asynclens';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** All that an editor shows of a file, with what was seen at run time. */
export const toDiagnostics = (
  report: Pick<FileReport, 'file' | 'findings'>,
  { documents, evidence }: Session,
): Diagnostic[] => evidence.addTo(report).findings.map(finding => toDiagnostic(finding, documents.uriOf));

/** Where LSP says that something stands: by lines and characters alone. */
export const toRange = ({ start, end }: Span): Range => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

/** `uriOf` gives the editor's URI of a file. */
export function toDiagnostic(finding: Finding, uriOf: (file: string) => string): Diagnostic {
  return {
    range: toRange(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: pageOf(finding.rule) },
    ...(finding.rule === UNUSED_SUPPRESSION && { tags: [DiagnosticTag.Unnecessary] }),
    source: sourceOf(finding.rule),
    message: finding.message,
    relatedInformation: finding.related.map(({ span, message }) => ({
      location: { uri: uriOf(span.file), range: toRange(span) },
      message,
    })),
  };
}

/** A mistake in a configuration file as LSP has it. */
export const toConfigDiagnostic = ({ span, message }: ConfigProblem): Diagnostic => ({
  range: toRange(span),
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  message,
});

/** Names a list of diagnostics: equal lists have equal names, also across restarts of the server. */
export const resultIdOf = (diagnostics: readonly Diagnostic[]): string =>
  createHash('sha1').update(JSON.stringify(diagnostics)).digest('base64url');
