/** The language server's process. Its editor says on the command line how it talks: --stdio or --node-ipc. */

import { constants } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Server } from './server.ts';
import { initialize } from './server.ts';

const connection = createConnection(ProposedFeatures.all);
let server: Server | undefined;

connection.onInitialize(params => {
  const [started, result] = initialize(connection, params);
  server = started;
  return result;
});
connection.onShutdown(() => server?.stop());

// However this process ends, worker and compiler end with it. Without a handler, a signal would skip `exit`.
process.on('exit', () => void server?.stop());
process.on('disconnect', () => process.exit(1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

// A mistake of ours must not cost the user the server: what else it does still works.
process.on('uncaughtException', error => connection.console.error(`Unexpected error: ${error.stack ?? error.message}`));

connection.listen();
