import { commands, window, workspace } from 'vscode';
import { RECORDING_EDITOR } from '../panel/trace-editor.ts';
import type { Command } from './command.ts';

/** Lets people choose a recording, and opens it. */
export const openRecording: Command = {
  id: 'asynclens.openRecording',
  run: async () => {
    const defaultUri = workspace.workspaceFolders?.[0]?.uri;
    const filters = { 'Recordings of Asynclens': ['asynclens', 'trace'], 'All files': ['*'] };
    const [chosen] =
      (await window.showOpenDialog({ filters, title: 'Open a Recording', ...(defaultUri && { defaultUri }) })) ?? [];
    if (chosen !== undefined) await commands.executeCommand('vscode.openWith', chosen, RECORDING_EDITOR);
  },
};
