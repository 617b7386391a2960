// The folders of the workspace may come after the extension host has started.
import { workspace } from 'vscode';

/** Resolves when at least `count` folders are open. */
export function opened(count: number): Promise<void> {
  return new Promise(resolve => {
    const areOpen = (): boolean => (workspace.workspaceFolders?.length ?? 0) >= count;
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      if (!areOpen()) return;
      listener.dispose();
      resolve();
    });
    if (!areOpen()) return;
    listener.dispose();
    resolve();
  });
}
