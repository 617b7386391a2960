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
import { connect } from './connect.ts';
import { showPage } from './page.ts';
import { StoreThread } from './store-thread.ts';

const VIEW_TYPE = 'asynclens.recording';

class RecordingEditor implements CustomReadonlyEditorProvider {
  readonly #context: ExtensionContext;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    const store = new StoreThread(this.#context.asAbsolutePath('dist/store.js'), uri.fsPath, 'complete');
    const connection = connect(panel.webview, store);
    panel.onDidDispose(() => [connection, store].forEach(it => it.dispose()));
    showPage(panel.webview, this.#context);
  }
}

export const registerRecordingEditor = (context: ExtensionContext): Disposable =>
  window.registerCustomEditorProvider(VIEW_TYPE, new RecordingEditor(context), {
    supportsMultipleEditorsPerDocument: true,
  });
