/** The diagnostics of one open document, and `textDocument/diagnostic`, by which editors ask for them. */

import type { CancellationToken, Diagnostic } from 'vscode-languageserver/node';
import { DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import { answering } from './answering.ts';
import { joined } from '../lint/joined-findings.ts';
import { resultIdOf, toConfigDiagnostic, toDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import type { Session } from './session.ts';

/** @throws {GivenUp} when the document is edited meanwhile. */
export async function documentDiagnostics(
  session: Session,
  document: OpenDocument,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  const { analysis, documents, evidence, settings, status } = session;
  if (document.kind === 'config') {
    const problems = await analysis.ask({ kind: 'configProblems' }, 'document', token);
    return problems.filter(({ span }) => span.file === document.file).map(toConfigDiagnostic);
  }
  if (!settings.for(document.file).enable) return [];
  const files = [document.file];
  const reports = await analysis.ask({ kind: 'lint', files }, 'document', token);
  status.linted(files, reports);
  const findings = reports.flatMap(report => evidence.addTo(report).findings);
  return joined(findings, evidence.warningsIn(document.file)).map(it => toDiagnostic(it, documents.uriOf));
}

/** Documents that are not open, or nothing to the linter, have no diagnostics. */
export function servePulledDiagnostics(session: Session): void {
  session.connection.languages.diagnostics.on((params, token) =>
    answering(session, 'ask again', async () => {
      const document = session.documents.get(params.textDocument.uri);
      const items = document === undefined ? [] : await documentDiagnostics(session, document, token);
      const resultId = resultIdOf(items);
      if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
}
