// The language server: how it is started, and what becomes of it when it dies.
import type { LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind, type ErrorHandler } from 'vscode-languageclient/node';
import { PROJECT_FILES, SOURCES } from './documents.ts';

const CRASHES = { most: 4, withinMs: 3 * 60_000 };

/**
 * The client of the server whose program is `module`; not started yet. It runs on the editor's own Node.
 * A server that dies is started again with the documents as they are. When that is of no use, `onGivenUp` is called.
 */
export function createClient(module: string, log: LogOutputChannel, onGivenUp: (reason: string) => void): LanguageClient {
  return new LanguageClient(
    'asynclens',
    'Asynclens',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [...SOURCES, PROJECT_FILES],
      outputChannel: log,
      errorHandler: restarting(onGivenUp),
    },
  );
}

function restarting(onGivenUp: (reason: string) => void): ErrorHandler {
  let crashes: number[] = [];
  return {
    // A broken pipe is followed by `closed`, which decides.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter(at => now - at < CRASHES.withinMs), now];
      if (crashes.length <= CRASHES.most) return { action: CloseAction.Restart, handled: true };
      const reason = `The language server ended ${crashes.length} times within three minutes.`;
      crashes = [];
      onGivenUp(reason);
      return { action: CloseAction.DoNotRestart, message: reason, handled: true };
    },
  };
}
