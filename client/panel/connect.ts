// A page and the thread whose recording it shows.
import { Position, Range, Uri, ViewColumn, window, type Disposable, type Webview } from 'vscode';
import type { FromPage } from '../../shared/panel/messages.ts';
import type { SourcePlace } from '../../shared/panel/tasks.ts';
import type { StoreThread } from './store-thread.ts';

/** Passes questions and answers on until it is disposed of, and opens the places that people click. */
export function connect(webview: Webview, store: StoreThread): Disposable {
  const fromStore = store.onMessage(message => void webview.postMessage(message));
  const fromPage = webview.onDidReceiveMessage((message: FromPage) => {
    switch (message.kind) {
      case 'question':
        return store.post(message);
      case 'open':
        return open(message.place);
    }
  });
  return { dispose: () => [fromStore, fromPage].forEach(it => it.dispose()) };
}

/** Shows a place beside the panel, also when the panel itself is an editor. */
async function open({ file, line, character }: SourcePlace): Promise<void> {
  const at = new Position(line, character);
  const isEditor = window.activeTextEditor === undefined && window.tabGroups.activeTabGroup.activeTab !== undefined;
  try {
    await window.showTextDocument(Uri.file(file), {
      selection: new Range(at, at),
      viewColumn: isEditor ? ViewColumn.Beside : ViewColumn.Active,
    });
  } catch {
    await window.showWarningMessage(`${file} is not here: the program was recorded elsewhere, or the file is gone.`);
  }
}
