/** Puts the server together for one editor, and says what it can do. */

import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver/node';
import { CodeActionKind, MessageType, ShowMessageNotification, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { ServerState } from '../../shared/requests.ts';
import { STATUS_NOTIFICATION } from '../../shared/requests.ts';
import { Analysis } from './analysis.ts';
import { serveBlockingPaths } from './blocking-paths.ts';
import { Changes } from './changes.ts';
import type { ClientFeatures } from './client-features.ts';
import { readClientFeatures } from './client-features.ts';
import { serveClosedWarnings } from './closed-warnings.ts';
import { FIX_ALL_KIND, serveCodeActions } from './code-actions.ts';
import { ConfigProblems } from './config-problems.ts';
import { SOURCE } from './diagnostics.ts';
import { servePulledDiagnostics } from './document-diagnostics.ts';
import { Documents } from './documents.ts';
import { EvidenceOfRuns } from './evidence.ts';
import { serveFixAll } from './fix-all.ts';
import type { Notice } from './messages.ts';
import { servePushedDiagnostics } from './pushed-diagnostics.ts';
import { refreshAfterChanges } from './refresh.ts';
import type { Session } from './session.ts';
import { Settings } from './settings.ts';
import { Status } from './status.ts';
import { serveWatchedFiles, watchFiles } from './watched-files.ts';
import { serveWorkspaceDiagnostics } from './workspace-diagnostics.ts';

const SILENCE_LIMIT = 60_000;

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** What runs, so that it can be ended with the process. */
export interface Server {
  stop(): Promise<void>;
}

/** Answers `initialize`: from then on everything else is answered too. */
export function initialize(connection: Connection, params: InitializeParams): [Server, InitializeResult] {
  const session = createSession(connection, readClientFeatures(params));
  serveSync(session);
  serveWatchedFiles(session);
  servePulledDiagnostics(session);
  serveWorkspaceDiagnostics(session);
  if (session.client.pullsDiagnostics) refreshAfterChanges(session);
  else servePushedDiagnostics(session);
  serveClosedWarnings(session);
  serveCodeActions(session);
  serveFixAll(session);
  serveBlockingPaths(session);
  const result = { capabilities: CAPABILITIES, serverInfo: { name: 'Asynclens' } };
  return [session.analysis, result];
}

function createSession(connection: Connection, client: ClientFeatures): Session {
  const settings = new Settings(connection, client);
  const documents = new Documents(connection, () => settings.roots[0]?.folder);
  const changes = new Changes();
  const problems = new ConfigProblems(connection, documents, changes);
  const evidence = new EvidenceOfRuns(connection, documents, settings, changes);
  const status = new Status(
    params => connection.sendNotification(STATUS_NOTIFICATION, params),
    () => analysis.compiler,
  );
  const analysis: Analysis = new Analysis({
    worker: new URL('./worker.js', import.meta.url),
    silenceLimit: client.options.silenceLimit ?? SILENCE_LIMIT,
    replay: () => [toNotice(settings), ...documents.all().map(({ file, text }) => setDocument(file, text.getText()))],
    onState: state => {
      status.is(state);
      if (state.kind === 'failed') tellFailure(connection, state);
    },
    onConfigProblems: found => problems.show(found),
    log: line => connection.console.info(line),
  });
  const ready = prepare(connection, client, settings).then(() => {
    analysis.tell(toNotice(settings));
    status.is({ kind: 'ready' });
  });
  return { connection, ready, client, documents, settings, analysis, changes, evidence, status };
}

const toNotice = (settings: Settings): Notice => ({ kind: 'settings', settings: settings.all });
const setDocument = (file: string, text: string): Notice => ({ kind: 'setDocument', file, text });

/** The one message that people see: without them nothing goes on. */
function tellFailure(connection: Connection, { reason }: ServerState & { kind: 'failed' }): void {
  const message = `Asynclens stopped: ${reason} Restart its server when that is mended.`;
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
    .catch((error: unknown) => connection.console.error(`${message} (Not shown: ${String(error)})`));
}

/** Keeps the workspace up to date with documents and settings. */
function serveSync({ analysis, changes, documents, settings, status }: Session): void {
  const forgetHidden = (): void =>
    status.retain(file => documents.ofFile(file) !== undefined || settings.for(file).workspaceDiagnostics);
  documents.onOpen(({ file, text }) => analysis.tell(setDocument(file, text.getText())));
  documents.onEdit(({ file, text, uri }) => {
    analysis.tell(setDocument(file, text.getText()));
    analysis.edited(file);
    changes.note(uri);
  });
  documents.onClose(({ document, hadUnsavedEdits }) => {
    analysis.tell({ kind: 'closeDocument', file: document.file });
    if (hadUnsavedEdits) changes.note(document.uri);
    forgetHidden();
  });
  settings.onChange(() => {
    analysis.tell(toNotice(settings));
    changes.note('outside');
    forgetHidden();
  });
}

/** After `initialized` the editor may be asked for settings, and to watch files. What it refuses does not stop us. */
async function prepare(connection: Connection, client: ClientFeatures, settings: Settings): Promise<void> {
  await new Promise<void>(resolve => connection.onInitialized(() => resolve()));
  const outcomes = await Promise.allSettled([settings.start(), watchFiles(connection, client)]);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') connection.console.error(`The editor refused: ${String(outcome.reason)}`);
  }
}
