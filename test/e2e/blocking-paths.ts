import assert from 'node:assert/strict';
import { commands, Range, Selection, window, type CodeAction, type TextDocument } from 'vscode';
import { projects } from './project.ts';
import { findings, squigglesAre } from './squiggles.ts';

const FILES = {
  'node.d.ts': "declare module 'node:fs' { export function readFileSync(file: string): string }\n",
  'read.ts': "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('a');\n",
  'use.ts': "import { read } from './read';\nexport async function use() {\n  return read();\n}\n",
};

/** By keyboard alone: the view has the focus after it was shown. */
const press = async (...keys: readonly ('focusFirst' | 'focusDown' | 'expand' | 'select')[]): Promise<void> => {
  for (const key of keys) await commands.executeCommand(`list.${key}`);
};

/**
 * Looks at one row after the other, and opens each, until the code that a row shows is this. What is below a row comes
 * some time after it was opened.
 */
async function lookFor(code: string): Promise<void> {
  const end = Date.now() + 15_000;
  for (let row = 0; selected() !== code && Date.now() < end; row = (row + 1) % 4) {
    const goThere = ['focusFirst', ...Array<'focusDown'>(row).fill('focusDown')] as const;
    await commands.executeCommand('asynclens.blockingPaths.focus');
    await press(...goThere, 'expand', ...goThere, 'select');
  }
  assert.equal(selected(), code);
}

/** The code that the editor in front has selected, after its file's name. */
function selected(): string {
  // There is none while one gives way to another.
  if (!window.activeTextEditor) return 'nothing';
  const { document, selection } = window.activeTextEditor;
  return `${document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)}: ${document.getText(selection)}`;
}

function putCursor(document: TextDocument, before: string): void {
  const at = document.positionAt(document.getText().indexOf(before));
  window.activeTextEditor!.selection = new Selection(at, at);
}

describe('the view of blocking paths', () => {
  const project = projects();

  it('leads from a function to what blocks it, by keyboard', async () => {
    const { open } = await project(FILES);
    putCursor(await open('use.ts'), 'return');
    await commands.executeCommand('asynclens.showWhatBlocks');
    await press('focusFirst', 'select');
    assert.equal(selected(), 'use.ts: use');
    await lookFor('use.ts: read');
  });

  it('follows an edit', async () => {
    const { open } = await project(FILES);
    const document = await open('use.ts');
    putCursor(document, 'return');
    await commands.executeCommand('asynclens.showWhatBlocks');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await window.activeTextEditor!.edit(edit => {
      edit.insert(document.positionAt(0), '// typed\n');
      edit.replace(new Range(document.lineAt(2).range.start, document.lineAt(2).range.end), '  return [1, read()];');
    });
    await lookFor('use.ts: read');
  });

  it('leads from a finding to what blocks', async () => {
    const { open } = await project(FILES);
    const document = await open('use.ts');
    await squigglesAre(document, ['read']);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      findings(document.uri)[0]!.range,
    );
    const { command } = actions.find(({ title }) => title === 'Show what blocks here')!;
    await commands.executeCommand(command!.command, ...command!.arguments!);
    await lookFor('read.ts: readFileSync');
  });

  it('leads from a function that blocks to the async code that reaches it', async () => {
    const { open } = await project(FILES);
    await open('use.ts');
    putCursor(await open('read.ts'), 'readFileSync(');
    await commands.executeCommand('asynclens.showWhoReaches');
    await lookFor('use.ts: read');
  });
});
