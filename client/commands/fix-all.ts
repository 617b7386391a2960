import { window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { LSPErrorCodes, ResponseError, type LanguageClient, type TextEdit } from 'vscode-languageclient/node';
import { FIX_ALL_REQUEST, type FixAllParams } from '../../shared/requests.ts';
import type { Command } from './command.ts';

/** Who types meanwhile is likely to pause; who does not can ask again. */
const ATTEMPTS = 3;

/** Applies every safe fix to the file in the active editor, as it is by then: anew where the text changes meanwhile. */
export const fixAll: Command = {
  id: 'asynclens.fixAll',
  run: async ({ server: { client } }) => {
    const document = window.activeTextEditor?.document;
    if (document === undefined) return;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) if (await isFixed(document, client)) return;
    await window.showWarningMessage(
      'Nothing was fixed: the text changed while the fixes were worked out. Run the command again.',
    );
  },
};

/** False when the text changed under the fixes, none of which is applied then. */
async function isFixed(document: TextDocument, client: LanguageClient): Promise<boolean> {
  const params: FixAllParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const { version } = document;
  try {
    const edits = await client.sendRequest<TextEdit[]>(FIX_ALL_REQUEST, params);
    const change = new WorkspaceEdit();
    change.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
    // The edits count for the text that the server saw.
    return document.version === version && (await workspace.applyEdit(change));
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified) return false;
    throw error;
  }
}
