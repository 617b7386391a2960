// "Trace" above each script in a package.json.
import { CodeLens, languages, workspace, type CodeLensProvider, type Disposable, type TextDocument } from 'vscode';
import { traceScript, type ScriptToTrace } from '../commands/trace-script.ts';
import { scriptsIn, type Script } from './scripts.ts';

const LENSES: CodeLensProvider = {
  provideCodeLenses: document => (workspace.isTrusted ? scriptsIn(document).map(it => lens(document, it)) : []),
};

export const registerScriptLenses = (): Disposable =>
  languages.registerCodeLensProvider({ scheme: 'file', pattern: '**/package.json' }, LENSES);

function lens(document: TextDocument, { name, range }: Script): CodeLens {
  const argument: ScriptToTrace = { manifest: document.uri, script: name };
  return new CodeLens(range, { title: '$(pulse) Trace', command: traceScript.id, arguments: [argument] });
}
