/** The documents that are open in the editor, and the files they stand for. */

import { tmpdir } from 'node:os';
import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { Emitter } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentKind } from './uris.ts';
import { kindOf, pathOf, toUri } from './uris.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly file: string;
  readonly kind: DocumentKind;
  /** Kept up to date in place: read version and text when they are needed. */
  readonly text: TextDocument;
}

export class Documents {
  readonly #byUri = new Map<string, OpenDocument>();
  readonly #byFile = new Map<string, OpenDocument>();
  readonly #unsaved = new Set<string>();
  readonly #opens = new Emitter<OpenDocument>();
  readonly #edits = new Emitter<OpenDocument>();
  readonly #closes = new Emitter<{ readonly document: OpenDocument; readonly hadUnsavedEdits: boolean }>();

  readonly onOpen = this.#opens.event;
  readonly onEdit = this.#edits.event;
  readonly onClose = this.#closes.event;

  /** `root` says where untitled documents are taken to lie; without an answer, outside all projects. */
  constructor(connection: Connection, root: () => string | undefined) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
      this.#open(TextDocument.create(uri, languageId, version, text), root() ?? tmpdir()),
    );
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
      this.#edit(textDocument.uri, contentChanges, textDocument.version),
    );
    connection.onDidSaveTextDocument(({ textDocument }) => void this.#unsaved.delete(textDocument.uri));
    connection.onDidCloseTextDocument(({ textDocument }) => this.#close(textDocument.uri));
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  ofFile(file: string): OpenDocument | undefined {
    return this.#byFile.get(file);
  }

  all(): readonly OpenDocument[] {
    return [...this.#byUri.values()];
  }

  /** The URI of a file, as the editor spells it where it has the file open. */
  readonly uriOf = (file: string): string => this.#byFile.get(file)?.uri ?? toUri(file);

  #open(text: TextDocument, root: string): void {
    const file = pathOf(text.uri, text.languageId, root);
    const kind = file === undefined ? undefined : kindOf(file);
    if (file === undefined || kind === undefined) return;
    const document = { uri: text.uri, file, kind, text };
    this.#byUri.set(text.uri, document);
    this.#byFile.set(file, document);
    this.#opens.fire(document);
  }

  #edit(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const document = this.#byUri.get(uri);
    if (document === undefined) return;
    TextDocument.update(document.text, changes, version);
    this.#unsaved.add(uri);
    this.#edits.fire(document);
  }

  #close(uri: string): void {
    const document = this.#byUri.get(uri);
    if (document === undefined) return;
    this.#byUri.delete(uri);
    this.#byFile.delete(document.file);
    this.#closes.fire({ document, hadUnsavedEdits: this.#unsaved.delete(uri) });
  }
}
