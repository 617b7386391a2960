import { basename } from 'node:path';
import { debug, Uri, window, workspace } from 'vscode';
import type { Command } from './command.ts';

/** Runs a file, that of the active editor unless one is given, and records what its tasks do. */
export const traceFile: Command = {
  id: 'asynclens.traceFile',
  run: async (_, given) => {
    const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (uri?.scheme !== 'file') {
      await window.showInformationMessage('Open the file that is to be run: a program in JavaScript or TypeScript.');
      return;
    }
    const configuration = {
      type: 'node',
      request: 'launch',
      name: `Trace ${basename(uri.fsPath)}`,
      program: uri.fsPath,
      asyncTrace: true,
    };
    await debug.startDebugging(workspace.getWorkspaceFolder(uri), configuration, { noDebug: true });
  },
};
