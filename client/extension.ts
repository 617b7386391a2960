// Activation: the log, the status item, the server, the views and the commands.
import { commands, window, type Disposable, type ExtensionContext } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { BLOCKING_PATHS_CHANGED, STATUS_NOTIFICATION, type StatusParams } from '../shared/requests.ts';
import { registerAnnotations } from './annotations/annotations.ts';
import { TracedCode } from './annotations/traced-code.ts';
import { attach } from './commands/attach.ts';
import type { Session } from './commands/command.ts';
import { debugWithTrace } from './commands/debug-with-trace.ts';
import { fixAll } from './commands/fix-all.ts';
import { openRecording } from './commands/open-recording.ts';
import { openRule } from './commands/open-rule.ts';
import { restartServer } from './commands/restart-server.ts';
import { showWhatBlocks, showWhoReaches } from './commands/show-blocking-paths.ts';
import { showOutput } from './commands/show-output.ts';
import { showInTrace } from './commands/show-in-trace.ts';
import { traceFile } from './commands/trace-file.ts';
import { traceScript } from './commands/trace-script.ts';
import { createServer, type Server } from './server.ts';
import { createStatusItem } from './status.ts';
import { LiveView } from './panel/live-view.ts';
import { registerRecordingEditor } from './panel/trace-editor.ts';
import { sendEvidence } from './trace/evidence.ts';
import { Recordings } from './trace/recordings.ts';
import { ShownRecordings } from './trace/shown-recordings.ts';
import { registerScriptLenses } from './trace/script-lenses.ts';
import { TracedSessions } from './trace/traced-sessions.ts';
import { BlockingPaths } from './views/blocking-paths.ts';

const COMMANDS = [
  restartServer,
  fixAll,
  showOutput,
  openRule,
  showWhatBlocks,
  showWhoReaches,
  traceFile,
  traceScript,
  attach,
  debugWithTrace,
  openRecording,
  showInTrace,
];

let running: Server | undefined;

/** Called by VS Code when one of the languages is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Asynclens', { log: true });
  const status = createStatusItem();
  const server = createServer(context.asAbsolutePath('dist/server.js'), log, reason => {
    status.showState({ kind: 'failed', reason });
    offerRestart(reason).catch((error: unknown) => log.error(`The restart failed: ${String(error)}`));
  });
  running = server;
  server.client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) status.showState({ kind: 'starting' });
  });
  server.client.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => status.show(params));

  const blockingPaths = new BlockingPaths(server.client, log);
  server.client.onNotification(BLOCKING_PATHS_CHANGED, () => blockingPaths.changed());

  const shown = new ShownRecordings();
  const code = new TracedCode(shown);
  const shim = context.asAbsolutePath('dist/shim.cjs');
  const traced = new TracedSessions(new Recordings(context), shim, context.globalStorageUri.fsPath);
  const live = new LiveView(context, traced, shown, log);
  const session = { context, server, log, blockingPaths, shown, code, live };
  const registered = COMMANDS.map(({ id, run }) => commands.registerCommand(id, argument => run(session, argument)));
  context.subscriptions.push(log, status, blockingPaths, ...registered, shown, code, traced, live);
  context.subscriptions.push(...showRecordings(session), ...registerAnnotations(code, log));
  await commands.executeCommand('setContext', 'asynclens.active', true);
  server.client.start().catch((error: unknown) => log.error(`The language server did not start: ${String(error)}`));
}

/** Lets recordings be opened, and tells of them. */
function showRecordings({ context, server, log, shown }: Session): Disposable[] {
  shown.onChange(() => {
    commands
      .executeCommand('setContext', 'asynclens.hasRecording', shown.last !== undefined)
      .then(undefined, (error: unknown) => log.error(`Menus may lack "Show in Trace": ${String(error)}`));
  });
  return [
    registerRecordingEditor(context, shown),
    registerScriptLenses(),
    sendEvidence(shown, server.client, line => log.error(line)),
  ];
}

/** Called by VS Code before it ends; it waits for that. */
export async function deactivate(): Promise<void> {
  await running?.client.stop();
}

/** The one message of a server that cannot be kept alive: only the user can go on from here. */
async function offerRestart(reason: string): Promise<void> {
  const choice = await window.showErrorMessage(`Asynclens stopped. ${reason}`, 'Restart', 'Show Output');
  if (choice === 'Restart') await commands.executeCommand(restartServer.id);
  if (choice === 'Show Output') await commands.executeCommand(showOutput.id);
}
