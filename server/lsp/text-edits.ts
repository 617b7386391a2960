/** The linter's edits as LSP edits. */

import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { Edit, Fix } from '../../shared/finding.ts';
import { toRange } from './diagnostics.ts';
import type { Documents } from './documents.ts';

/** One edit as LSP has it, without its file. */
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

/**
 * A fix as the editor offers it. Where it changes several files, its title says so, and it is made as a whole: an
 * editor that were told to ask first would let people choose among its edits, and a part of them does not type-check.
 */
export function toFixAction({ title, edits }: Pick<Fix, 'title' | 'edits'>, documents: Documents) {
  const files = new Set(edits.map(({ span }) => span.file)).size;
  return {
    title: files < 2 ? title : `${title} (in ${files} files)`,
    kind: CodeActionKind.QuickFix,
    edit: toWorkspaceEdit(edits, documents),
  };
}
