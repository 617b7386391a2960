/** How a request that has no result is answered. */

import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { DiagnosticServerCancellationData } from 'vscode-languageserver/node';
import { AnalysisFailed, GivenUp } from './job.ts';
import type { Session } from './session.ts';

/** What the client is to do when the document changed under a request. */
type WhenStale =
  /** Ask again: diagnostics are wanted for as long as the document is open. */
  | 'ask again'
  /** Forget it: code actions were wanted for the text as it was. */
  | 'forget it';

const cancelled = (message: string, retriggerRequest: boolean): ResponseError<DiagnosticServerCancellationData> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, message, { retriggerRequest });

function asResponseError(error: unknown, whenStale: WhenStale): unknown {
  if (error instanceof AnalysisFailed) return cancelled(error.message, false);
  if (!(error instanceof GivenUp)) return error;
  if (error.why === 'unwanted') return new ResponseError(LSPErrorCodes.RequestCancelled, error.message);
  if (whenStale === 'ask again') return cancelled(error.message, true);
  return new ResponseError(LSPErrorCodes.ContentModified, error.message);
}

/**
 * Runs the handler of a request once the session is ready. An answer that was given up becomes the error
 * that LSP has for it; any other error is answered as an internal error by the connection.
 */
export async function answering<T>(session: Session, whenStale: WhenStale, handler: () => Promise<T>): Promise<T> {
  try {
    await session.ready;
    return await handler();
  } catch (error) {
    throw asResponseError(error, whenStale);
  }
}
