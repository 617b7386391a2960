import assert from 'node:assert/strict';
import { commands, languages, workspace, type CodeAction, type Diagnostic, type Uri } from 'vscode';
import { projects } from './project.ts';
import { until } from './squiggles.ts';

const LENGTHS = `declare function load(): Promise<string>;
export async function lengths(): Promise<number[]> {
  return [load().length];
}
`;

/** The error that VS Code's own TypeScript support reports. */
const errorOfTypeScript = (uri: Uri): Diagnostic | undefined =>
  languages.getDiagnostics(uri).find(({ source, code }) => source === 'ts' && code === 2339);

describe('errors of TypeScript', () => {
  const project = projects();

  it('are mended by our quick fix', async () => {
    const { open } = await project({ 'a.ts': LENGTHS });
    const document = await open('a.ts');
    await until(() => errorOfTypeScript(document.uri) !== undefined);
    const { range } = errorOfTypeScript(document.uri)!;
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const fix = actions.find(({ title }) => title === 'Await the promise');
    await workspace.applyEdit(fix!.edit!);
    assert.equal(document.getText(), LENGTHS.replace('load().length', '(await load()).length'));
    await until(() => errorOfTypeScript(document.uri) === undefined);
    assert.equal(errorOfTypeScript(document.uri), undefined);
  });
});
