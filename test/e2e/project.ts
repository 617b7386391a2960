// A small project per test, in a fresh folder below one of the workspace's.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commands, Position, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';

const TSCONFIG = { compilerOptions: { target: 'es2022', module: 'esnext', strict: true, types: [] } };

export interface Project {
  uri(name: string): Uri;
  /** Writes a file to the disk, as another program would. */
  write(name: string, text: string): Promise<void>;
  /** Shows a file in the editor. */
  open(name: string): Promise<TextDocument>;
}

type Files = Readonly<Record<string, string>>;

/** For use in a `describe`: makes a project of some files in a folder below `parent`, which goes when the test ends. */
export function projects(): (files: Files, parent?: Uri) => Promise<Project> {
  const folders: string[] = [];
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });
  return async (files, parent = workspace.workspaceFolders![0]!.uri) => {
    const folder = await mkdtemp(join(parent.fsPath, 'project-'));
    folders.push(folder);
    const uri = (name: string): Uri => Uri.file(join(folder, name));
    const write = (name: string, text: string): Promise<void> => writeFile(uri(name).fsPath, text);
    await write('tsconfig.json', JSON.stringify(TSCONFIG));
    for (const [name, text] of Object.entries(files)) await write(name, text);
    return { uri, write, open: name => show(workspace.openTextDocument(uri(name))) };
  };
}

/** Shows a document in a tab of its own. */
export async function show(document: Thenable<TextDocument>): Promise<TextDocument> {
  return (await window.showTextDocument(await document, { preview: false })).document;
}

/** Types text at the end of the document, without saving it. */
export async function append(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(document.lineCount, 0), text);
  await workspace.applyEdit(edit);
}
