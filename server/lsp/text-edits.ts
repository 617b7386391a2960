/** The linter's edits as LSP edits. */

import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocumentEdit } from 'vscode-languageserver/node';
import type { Edit } from '../../shared/finding.ts';
import { toRange } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Session } from './session.ts';

export const toTextEdit = ({ span, text }: Edit): TextEdit => ({ range: toRange(span), newText: text });

/** Names the version of each open document, so that the editor refuses edits of a text that it no longer has. */
export function toWorkspaceEdit(edits: readonly Edit[], documents: Documents): WorkspaceEdit {
  const files = new Set(edits.map(({ span }) => span.file));
  const documentChanges = [...files].map((file): TextDocumentEdit => ({
    textDocument: { uri: documents.uriOf(file), version: documents.ofFile(file)?.text.version ?? null },
    edits: edits.filter(({ span }) => span.file === file).map(toTextEdit),
  }));
  return { documentChanges };
}

const SEVERAL_FILES = 'severalFiles';

/** A fix that changes several files is shown before it is made, in editors that can. */
export function toFixEdit(edits: readonly Edit[], { client, documents }: Session): WorkspaceEdit {
  const edit = toWorkspaceEdit(edits, documents);
  const isLocal = new Set(edits.map(({ span }) => span.file)).size < 2;
  if (isLocal || !client.annotatesChanges) return edit;
  const annotated = edit.documentChanges!.filter(TextDocumentEdit.is).map(change => ({
    ...change,
    edits: change.edits.map(one => ({ ...one, annotationId: SEVERAL_FILES })),
  }));
  const annotation = { label: 'Changes in several files', needsConfirmation: true };
  return { documentChanges: annotated, changeAnnotations: { [SEVERAL_FILES]: annotation } };
}
