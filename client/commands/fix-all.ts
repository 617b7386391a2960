import { window, workspace, WorkspaceEdit } from 'vscode';
import type { TextEdit } from 'vscode-languageclient/node';
import { FIX_ALL_REQUEST, type FixAllParams } from '../../shared/requests.ts';
import type { Command } from './command.ts';

/** Applies every safe fix to the file in the active editor. */
export const fixAll: Command = {
  id: 'asynclens.fixAll',
  run: async ({ server: { client } }) => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    const params: FixAllParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const { version } = document;
    const edits = await client.sendRequest<TextEdit[]>(FIX_ALL_REQUEST, params);
    // The edits count for the text that the server saw.
    if (document.version !== version) return;
    const change = new WorkspaceEdit();
    change.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
    await workspace.applyEdit(change);
  },
};
