// What the editor shows of Asynclens, and waiting for it.
import assert from 'node:assert/strict';
import { languages, window, workspace, type Diagnostic, type TextDocument, type Uri } from 'vscode';

const PATIENCE_MS = 15_000;

/** Our findings in a file at this moment. */
export const findings = (uri: Uri): readonly Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source }) => source === 'asynclens');

/** The code under each squiggle of ours, in the order of the text. */
const squiggles = (document: TextDocument): readonly string[] =>
  [...findings(document.uri)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range }) => document.getText(range));

/** Waits until exactly these stretches of the document have a squiggle. */
export async function squigglesAre(document: TextDocument, expected: readonly string[]): Promise<void> {
  await until(() => JSON.stringify(squiggles(document)) === JSON.stringify(expected));
  assert.deepEqual(squiggles(document), expected);
}

/** Waits until `holds`, looking whenever diagnostics, a document or the tabs changed, or until patience ends. */
export async function until(holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>(resolve => {
    const end = (): void => {
      clearTimeout(patience);
      for (const listener of listeners) listener.dispose();
      resolve();
    };
    const look = (): void => (holds() ? end() : undefined);
    const listeners = [
      languages.onDidChangeDiagnostics(look),
      workspace.onDidChangeTextDocument(look),
      window.tabGroups.onDidChangeTabs(look),
    ];
    const patience = setTimeout(end, PATIENCE_MS);
  });
}
