/** `asynclens/fixAll`: the safe fixes of one document, for the client's command. */

import { RequestType } from 'vscode-languageserver/node';
import type { TextEdit } from 'vscode-languageserver/node';
import type { FixAllParams } from '../../shared/requests.ts';
import { FIX_ALL_REQUEST } from '../../shared/requests.ts';
import { answering } from './answering.ts';
import type { Session } from './session.ts';
import { toTextEdit } from './text-edits.ts';

const TYPE = new RequestType<FixAllParams, TextEdit[], void>(FIX_ALL_REQUEST);

export function serveFixAll(session: Session): void {
  const { analysis, connection, documents, settings } = session;
  connection.onRequest(TYPE, ({ uri }, token) =>
    answering(session, 'forget it', async () => {
      const document = documents.get(uri);
      if (document?.kind !== 'source' || !settings.for(document.file).enable) return [];
      const edits = await analysis.ask({ kind: 'fixAll', file: document.file }, 'document', token);
      return edits.map(toTextEdit);
    }),
  );
}
