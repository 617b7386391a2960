// "Trace" above each script in a package.json.
import { parseTree, type Node } from 'jsonc-parser';
import { CodeLens, languages, Range, workspace, type CodeLensProvider, type Disposable, type TextDocument } from 'vscode';
import { traceScript, type ScriptToTrace } from '../commands/trace-script.ts';

const LENSES: CodeLensProvider = {
  provideCodeLenses: document => (workspace.isTrusted ? scriptsIn(document).map(name => lens(document, name)) : []),
};

export const registerScriptLenses = (): Disposable =>
  languages.registerCodeLensProvider({ scheme: 'file', pattern: '**/package.json' }, LENSES);

/** The names of all scripts, as they stand in the text. */
function scriptsIn(document: TextDocument): Node[] {
  const manifest = parseTree(document.getText());
  const scripts = manifest?.children?.find(({ children }) => children?.[0]?.value === 'scripts')?.children?.[1];
  return scripts?.type === 'object' ? (scripts.children ?? []).flatMap(({ children }) => children?.[0] ?? []) : [];
}

function lens(document: TextDocument, { offset, length, value }: Node): CodeLens {
  const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
  const argument: ScriptToTrace = { manifest: document.uri, script: String(value) };
  return new CodeLens(range, { title: '$(pulse) Trace', command: traceScript.id, arguments: [argument] });
}
