// The language server: how it is started, and what becomes of it when it dies.
import type { LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  ErrorCodes,
  LanguageClient,
  ResponseError,
  TransportKind,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { PROJECT_FILES, SOURCES } from './documents.ts';

const CRASHES = { most: 4, withinMs: 3 * 60_000 };

/** Logs what goes wrong and shows nothing: people are told when only they can go on, and once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export interface Server {
  readonly client: LanguageClient;
  /** Starts the server anew, also one that was given up. */
  restart(): Promise<void>;
}

/**
 * The server whose program is `module`; not started yet. It runs on the editor's own Node.
 * When it dies it is started again with the documents as they are; when that is of no use, `onGivenUp` is called.
 */
export function createServer(module: string, log: LogOutputChannel, onGivenUp: (reason: string) => void): Server {
  let crashes: number[] = [];
  const errorHandler: LanguageClientOptions['errorHandler'] = {
    // A broken pipe is followed by `closed`, which decides.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter(at => now - at < CRASHES.withinMs), now];
      if (crashes.length <= CRASHES.most) return { action: CloseAction.Restart, handled: true };
      const message = `The language server ended ${crashes.length} times within three minutes.`;
      onGivenUp(message);
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
  const initializationFailedHandler = (error: unknown): boolean => {
    // A server that died while it started is the business of `closed`.
    const died = error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
    if (!died) onGivenUp(`The language server could not start: ${String(error)}.`);
    return false;
  };
  const client = new QuietClient(
    'asynclens',
    'Asynclens',
    { module, transport: TransportKind.ipc },
    { documentSelector: [...SOURCES, PROJECT_FILES], outputChannel: log, errorHandler, initializationFailedHandler },
  );
  return {
    client,
    restart: () => {
      crashes = [];
      return client.restart();
    },
  };
}
