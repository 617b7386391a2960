import assert from 'node:assert/strict';
import { commands, Selection, window, type TextDocument } from 'vscode';
import { projects } from './project.ts';
import { findings, squigglesAre, until } from './squiggles.ts';

const FILES = {
  'node.d.ts':
    "declare module 'node:fs' { export function readFileSync(file: string): string }\n" +
    "declare module 'node:fs/promises' { export function readFile(file: string): Promise<string> }\n",
  'read.ts': "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a');\n",
  'use.ts': "import { read } from './read';\nexport async function use() {\n  return read();\n}\n",
};
const CHAINED = {
  'read.ts':
    "import { readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\n" +
    "export const read = async () => await readFile('a');\n",
  'use.ts': FILES['use.ts'].replace('read()', 'await read()'),
};

/** Changes that are to be confirmed are not ticked; by type they are one row. */
const AGREE = [
  'refactorPreview.groupByType',
  'refactorPreview.focus',
  'list.focusFirst',
  'refactorPreview.toggleCheckedState',
  'refactorPreview.apply',
];

const isShown = (): boolean =>
  window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Refactor Preview')));

/** Opens the first change in the preview; the commands go to the list that had the focus last, which is that one. */
async function look(): Promise<void> {
  try {
    for (const command of ['refactorPreview.focus', 'list.focusFirst', 'list.select']) await commands.executeCommand(command);
  } catch (error) {
    // Until the list is filled it refuses.
    assert.match(String(error), /Invalid index|reading 'element'/);
  }
}

describe('a fix that changes several files', () => {
  const project = projects();

  /** Chooses the preferred fix of the finding, as the light bulb does, and waits until VS Code shows what it changes. */
  async function preview(document: TextDocument): Promise<void> {
    await squigglesAre(document, ['read']);
    const { range } = findings(document.uri)[0]!;
    window.activeTextEditor!.selection = new Selection(range.start, range.start);
    await commands.executeCommand('editor.action.autoFix');
    while (!isShown()) await look();
  }

  it('is made when its preview is agreed to', async () => {
    const { open } = await project(FILES);
    const read = await open('read.ts');
    const use = await open('use.ts');
    await preview(use);
    assert.deepEqual([read.getText(), use.getText()], [FILES['read.ts'], FILES['use.ts']]);
    for (const command of AGREE) await commands.executeCommand(command);
    await squigglesAre(use, []);
    assert.deepEqual({ 'read.ts': read.getText(), 'use.ts': use.getText() }, CHAINED);
  });

  it('is not made when its preview is refused', async () => {
    const { open } = await project(FILES);
    const read = await open('read.ts');
    const use = await open('use.ts');
    await preview(use);
    await commands.executeCommand('refactorPreview.discard');
    await until(() => !isShown());
    assert.deepEqual([read.getText(), use.getText()], [FILES['read.ts'], FILES['use.ts']]);
  });
});
