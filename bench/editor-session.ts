/** The language server as an editor drives it: start, open, type, ask. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport, ProtocolConnection } from 'vscode-languageserver/node';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { STATUS_NOTIFICATION, type StatusParams } from '../shared/requests.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export class EditorSession {
  readonly #process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  readonly #connection: ProtocolConnection = createProtocolConnection(
    new StreamMessageReader(this.#process.stdout),
    new StreamMessageWriter(this.#process.stdin),
  );
  #onRefresh: () => void = () => undefined;
  private constructor() {
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.#connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#onRefresh();
      return null;
    });
    this.#connection.listen();
  }

  /** Starts a server for a folder, and gives it back when it is initialized. */
  static async start(folder: string): Promise<EditorSession> {
    const session = new EditorSession();
    const uri = pathToFileURL(folder).href;
    await session.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'project' }],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
    });
    await session.#connection.sendNotification('initialized', {});
    return session;
  }

  async open(document: TextDocument): Promise<void> {
    const { uri, languageId, version } = document;
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text: document.getText() },
    });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Replaces a stretch of the document on the server's side; the caller's own copy is its own concern. */
  async change(uri: string, version: number, range: object, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** The number of findings in a document as it is now. */
  async findings(uri: string): Promise<number> {
    const report = await this.#connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items.length : 0;
  }

  /** Resolves when the server next says that findings may have changed, also those of documents that did not. */
  refreshed(): Promise<void> {
    return new Promise(resolve => {
      this.#onRefresh = resolve;
    });
  }

  /** Resident memory in bytes, as the server tells it a moment after each answer. */
  async memory(): Promise<StatusParams['memory']> {
    const { memory } = await new Promise<StatusParams>(resolve => {
      this.#connection.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => resolve(status));
    });
    return memory;
  }

  async stop(): Promise<void> {
    const exited = once(this.#process, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await exited;
  }
}
