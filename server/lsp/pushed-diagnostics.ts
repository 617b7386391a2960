/** Diagnostics for editors that do not ask for them: sent whenever they may have changed. */

import { touches } from './changes.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import { GivenUp } from './job.ts';
import { publish } from './publish.ts';
import type { Session } from './session.ts';

export function servePushedDiagnostics(session: Session): void {
  const { changes, connection, documents } = session;

  const push = async (document: OpenDocument): Promise<void> => {
    await session.ready;
    const { version } = document.text;
    const diagnostics = await documentDiagnostics(session, document);
    if (documents.get(document.uri) !== document) return;
    publish(connection, { uri: document.uri, version, diagnostics });
  };
  const pushSoon = (document: OpenDocument): void => {
    push(document).catch((error: unknown) => {
      if (!(error instanceof GivenUp)) connection.console.error(`${document.uri} was not analysed: ${String(error)}`);
      else if (error.why === 'interrupted') pushSoon(document);
    });
  };

  documents.onOpen(pushSoon);
  documents.onEdit(pushSoon);
  documents.onClose(({ document: { kind, uri } }) => {
    if (kind === 'source') publish(connection, { uri, diagnostics: [] });
  });
  changes.onRest(origins => documents.all().filter(({ uri }) => touches(origins, uri)).forEach(pushSoon));
}
