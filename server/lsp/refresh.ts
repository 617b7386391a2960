/** Shows what a change of one thing means for the findings in the other open documents. */

import { touches } from './changes.ts';
import type { Session } from './session.ts';

export function refreshAfterChanges({ changes, client, connection, documents }: Session): void {
  if (!client.refreshesDiagnostics) return;
  changes.onRest(origins => {
    if (!documents.all().some(({ uri }) => touches(origins, uri))) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => connection.console.error(`The editor did not refresh diagnostics: ${String(error)}`));
  });
}
