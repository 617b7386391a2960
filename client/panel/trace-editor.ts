// Recordings as files: a read-only editor that shows the panel's page.
import {
  window,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type ExtensionContext,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { ShownRecording, ShownRecordings } from '../trace/shown-recordings.ts';
import { connect } from './connect.ts';
import { showPage } from './page.ts';
import { StoreThread } from './store-thread.ts';

/** What VS Code knows the editor by. */
export const RECORDING_EDITOR = 'asynclens.recording';

class RecordingEditor implements CustomReadonlyEditorProvider {
  readonly #context: ExtensionContext;
  readonly #shown: ShownRecordings;

  constructor(context: ExtensionContext, shown: ShownRecordings) {
    this.#context = context;
    this.#shown = shown;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    const source = { kind: 'file', file: uri.fsPath, state: 'found' } as const;
    const store = new StoreThread(this.#context.asAbsolutePath('dist/store.js'), source);
    const connection = connect(panel.webview, store, () => panel.viewColumn);
    const reveal = async (site: string): Promise<void> => {
      connection.reveal(site);
      panel.reveal();
    };
    const recording: ShownRecording = { store, reveal };
    const shown = this.#shown.show(recording);
    panel.onDidChangeViewState(() => panel.active && this.#shown.show(recording));
    panel.onDidDispose(() => [connection, shown, store].forEach(it => it.dispose()));
    showPage(panel.webview, this.#context, 'editor');
  }
}

export const registerRecordingEditor = (context: ExtensionContext, shown: ShownRecordings): Disposable =>
  window.registerCustomEditorProvider(RECORDING_EDITOR, new RecordingEditor(context, shown), {
    supportsMultipleEditorsPerDocument: true,
  });
