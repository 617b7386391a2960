import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  ProtocolConnection,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import {
  CodeActionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { STATUS_NOTIFICATION } from '../../shared/requests.ts';
import type { InitializationOptions, StatusParams } from '../../shared/requests.ts';
import type { EditorSettings } from '../../shared/settings.ts';
import { Folder } from './folder.ts';
import { Inbox } from './inbox.ts';
import { ServerProcess } from './server-process.ts';
import type { Transport } from './server-process.ts';

const PULLING: InitializeParams['capabilities'] = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export interface EditorOptions {
  readonly settings?: Partial<EditorSettings>;
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initializationOptions?: InitializationOptions;
  readonly transport?: Transport;
}

const LANGUAGES: Readonly<Record<string, string>> = { ts: 'typescript', tsx: 'typescriptreact', js: 'javascript' };

/** An editor with one folder open, as the server sees it: it opens, edits and asks, and keeps what it is told. */
export class Editor {
  readonly server: ServerProcess;
  readonly connection: ProtocolConnection;
  readonly refreshes = new Inbox<'refresh'>();
  readonly published = new Inbox<{ readonly uri: string; readonly diagnostics: readonly Diagnostic[] }>();
  readonly statuses = new Inbox<StatusParams>();
  readonly logs = new Inbox<string>();
  readonly messages = new Inbox<string>();
  readonly registered: string[] = [];
  settings: Partial<EditorSettings>;
  readonly folder: Folder;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(folder: Folder, { settings = {}, transport = 'stdio' }: EditorOptions) {
    this.folder = folder;
    this.settings = settings;
    this.server = new ServerProcess(transport);
    const { connection } = this.server;
    this.connection = connection;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(({ method }) => method));
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.refreshes.add('refresh'));
    connection.onNotification(PublishDiagnosticsNotification.type, params => this.published.add(params));
    connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => this.statuses.add(params));
    connection.onNotification(LogMessageNotification.type, ({ message }) => this.logs.add(message));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => this.messages.add(message));
    connection.listen();
  }

  /** Starts a server for a new folder with these files. */
  static async start(files: Readonly<Record<string, string>>, options: EditorOptions = {}): Promise<Editor> {
    const folder = new Folder(files);
    const editor = new Editor(folder, options);
    await editor.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folder.uri,
      workspaceFolders: [{ uri: folder.uri, name: 'test' }],
      capabilities: options.capabilities ?? PULLING,
      initializationOptions: options.initializationOptions,
    });
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** Asks the server to shut down, and waits until no process is left. Resolves to the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.server.ended;
    this.folder.remove();
    return code;
  }

  /** Opens a file of the folder, or with `text` a document that need not be there. */
  async open(name: string, text = this.folder.read(name), uri = this.folder.uriOf(name)): Promise<void> {
    const languageId = LANGUAGES[name.split('.').at(-1)!] ?? 'jsonc';
    this.#documents.set(name, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types `after` in the place of `before`, as an incremental change. */
  async edit(name: string, before: string, after: string): Promise<void> {
    const document = this.document(name);
    const start = document.getText().indexOf(before);
    if (start < 0) throw new Error(`${name} does not contain ${before}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    await this.apply(name, [{ range, newText: after }]);
  }

  /** Applies edits of the server to a document, and tells the server so. */
  async apply(name: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(name);
    const contentChanges = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  async close(name: string): Promise<void> {
    const { uri } = this.document(name);
    this.#documents.delete(name);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Writes a file as another program would, and tells the server as a file watcher would. */
  async changeOnDisk(name: string, text: string): Promise<void> {
    this.folder.write(name, text);
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.folder.uriOf(name), type: FileChangeType.Changed }],
    });
  }

  async configure(settings: Partial<EditorSettings>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  document(name: string): TextDocument {
    const document = this.#documents.get(name);
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const uri = this.#documents.get(name)?.uri ?? this.folder.uriOf(name);
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(name);
    if (report.kind !== 'full') throw new Error('A report without a previous result is always full.');
    return report.items;
  }

  /** The findings of a document, as `line: code under the squiggle` with 1-based lines. */
  async findings(name: string): Promise<readonly string[]> {
    const diagnostics = await this.diagnostics(name);
    return diagnostics.map(({ range }) => `${range.start.line + 1}: ${this.document(name).getText(range)}`);
  }

  /** `diagnostics` are what the editor shows there, whoever published it. */
  async codeActions(
    name: string,
    range: Range,
    only?: string[],
    diagnostics: Diagnostic[] = [],
  ): Promise<readonly CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.document(name).uri },
      range,
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    });
    return (actions ?? []) as readonly CodeAction[];
  }

  /** The compiler's process id, as the server logs it at each start. */
  async compiler(): Promise<number> {
    const line = await this.logs.next(message => /compiler .* process \d+/.test(message));
    return Number(/process (\d+)/.exec(line)![1]);
  }
}
