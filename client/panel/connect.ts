// A page and the thread whose recording it shows.
import { existsSync } from 'node:fs';
import { Position, Range, Uri, ViewColumn, window, workspace, type Disposable, type Webview } from 'vscode';
import type { FromPage, FromStore, Reveal } from '../../shared/panel/messages.ts';
import type { SourcePlace } from '../../shared/panel/tasks.ts';
import { localFile } from '../../shared/trace/local-file.ts';
import type { StoreThread } from './store-thread.ts';

export interface Connection extends Disposable {
  /** Shows the tasks of a site, by its id: at once, or as soon as the page is there. */
  reveal(site: string): void;
}

/**
 * Passes questions and answers on until it is disposed of, and opens the places that people click.
 * @param column tells in which column of editors the page is, if in any
 */
export function connect(webview: Webview, store: StoreThread, column: () => ViewColumn | undefined): Connection {
  /** What the page has not shown yet: while it is hidden, it hears nothing. */
  let wanted: Reveal | undefined;
  const post = (message: FromStore | Reveal): void => void webview.postMessage(message);
  const fromStore = store.onMessage(post);
  const fromPage = webview.onDidReceiveMessage((message: FromPage) => {
    switch (message.kind) {
      case 'question':
        return store.post(message);
      case 'open':
        return open(message.place, columnBeside(column()));
      case 'ready':
        return wanted && post(wanted);
      case 'revealed':
        wanted = undefined;
    }
  });
  return {
    reveal: site => post((wanted = { kind: 'reveal', site })),
    dispose: () => [fromStore, fromPage].forEach(it => it.dispose()),
  };
}

/** A column in which editors do not cover the panel: the one that was used last, or else a new one. */
function columnBeside(panel: ViewColumn | undefined): ViewColumn {
  if (panel === undefined) return ViewColumn.Active;
  const columns = [window.activeTextEditor?.viewColumn, ...window.tabGroups.all.map(({ viewColumn }) => viewColumn)];
  return columns.find(it => it !== undefined && it !== panel) ?? ViewColumn.Beside;
}

async function open({ file: recorded, line, character }: SourcePlace, viewColumn: ViewColumn): Promise<void> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath.replaceAll('\\', '/'));
  const file = localFile(recorded, folders, existsSync) ?? recorded;
  const at = new Position(line, character);
  try {
    await window.showTextDocument(Uri.file(file), { selection: new Range(at, at), viewColumn });
  } catch {
    await window.showWarningMessage(`${file} is not here: the program was recorded elsewhere, or the file is gone.`);
  }
}
