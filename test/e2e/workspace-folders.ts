import { tmpdir } from 'node:os';
import { ConfigurationTarget, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { projects } from './project.ts';
import { squigglesAre } from './squiggles.ts';

const FLOATING = { 'a.ts': 'export async function save() {}\nsave();\n' };

const enable = (folder: WorkspaceFolder, value: false | undefined): Thenable<void> =>
  workspace.getConfiguration('asynclens', folder).update('enable', value, ConfigurationTarget.WorkspaceFolder);

describe('a workspace of several folders', () => {
  const project = projects();
  const [first, second] = workspace.workspaceFolders!;

  afterEach(() => enable(second!, undefined));

  it('keeps the settings of a folder to itself', async () => {
    const inFirst = await (await project(FLOATING, first!.uri)).open('a.ts');
    const inSecond = await (await project(FLOATING, second!.uri)).open('a.ts');
    await squigglesAre(inFirst, ['save();']);
    await squigglesAre(inSecond, ['save();']);
    await enable(second!, false);
    await squigglesAre(inSecond, []);
    await squigglesAre(inFirst, ['save();']);
  });

  it('can be given a further folder', async () => {
    const { open, uri } = await project(FLOATING, Uri.file(tmpdir()));
    const added = new Promise<WorkspaceFolder>(resolve => {
      const listener = workspace.onDidChangeWorkspaceFolders(change => {
        listener.dispose();
        resolve(change.added[0]!);
      });
    });
    workspace.updateWorkspaceFolders(2, 0, { uri: uri('.') });
    const third = await added;
    const document = await open('a.ts');
    await squigglesAre(document, ['save();']);
    await enable(third, false);
    await squigglesAre(document, []);
    workspace.updateWorkspaceFolders(2, 1);
    await squigglesAre(document, ['save();']);
  });
});
