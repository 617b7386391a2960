/** Diagnostics that the editor did not ask for. */

import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver/node';

export function publish(connection: Connection, params: PublishDiagnosticsParams): void {
  connection
    .sendDiagnostics(params)
    .catch((error: unknown) => connection.console.error(`Diagnostics were not sent: ${String(error)}`));
}
