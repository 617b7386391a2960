import assert from 'node:assert/strict';
import { commands, Selection, window } from 'vscode';
import { projects } from './project.ts';
import { findings, squigglesAre } from './squiggles.ts';

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

describe('a fix that changes several files', () => {
  const project = projects();

  it('is made as a whole when it is chosen', async () => {
    const { open } = await project(FILES);
    const read = await open('read.ts');
    const use = await open('use.ts');
    await squigglesAre(use, ['read']);
    const { range } = findings(use.uri)[0]!;
    window.activeTextEditor!.selection = new Selection(range.start, range.start);
    // The preferred one, as the light bulb does.
    await commands.executeCommand('editor.action.autoFix');
    await squigglesAre(use, []);
    assert.deepEqual({ 'read.ts': read.getText(), 'use.ts': use.getText() }, CHAINED);
  });
});
