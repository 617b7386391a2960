import { basename } from 'node:path';
import { debug, languages, Uri, window, workspace } from 'vscode';
import { SOURCES } from '../documents.ts';
import type { Command } from './command.ts';

/** Runs a file, that of the active editor unless one is given, and records what its tasks do. */
export const traceFile: Command = {
  id: 'asynclens.traceFile',
  run: async (_, given) => {
    const document = window.activeTextEditor?.document;
    const uri =
      given instanceof Uri ? given : document && languages.match(SOURCES, document) > 0 ? document.uri : undefined;
    if (uri?.scheme !== 'file') {
      await window.showInformationMessage(
        'Open the file that is to be run, a program in JavaScript or TypeScript, and try again.',
      );
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
