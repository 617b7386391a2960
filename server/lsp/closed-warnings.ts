/** Run-time warnings about files that are not open: a program that has run tells of all its code. */

import { joined } from '../lint/joined-findings.ts';
import { toDiagnostic } from './diagnostics.ts';
import { publish } from './publish.ts';
import type { Session } from './session.ts';

export function serveClosedWarnings({ changes, connection, documents, evidence }: Session): void {
  const shown = new Set<string>();

  /** An open document has them among its other diagnostics. */
  const show = (file: string): void => {
    const isOpen = documents.ofFile(file) !== undefined;
    const diagnostics = isOpen
      ? []
      : joined([], evidence.warningsIn(file)).map(it => toDiagnostic(it, documents.uriOf));
    if (diagnostics.length === 0 && !shown.delete(file)) return;
    if (diagnostics.length > 0) shown.add(file);
    publish(connection, { uri: documents.uriOf(file), diagnostics });
  };

  documents.onOpen(({ file }) => show(file));
  documents.onClose(({ document }) => show(document.file));
  changes.onRest(origins => {
    if (origins.has('outside')) for (const file of new Set([...evidence.warnedFiles, ...shown])) show(file);
  });
}
