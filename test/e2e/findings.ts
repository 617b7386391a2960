import { workspace } from 'vscode';
import { append, projects, show } from './project.ts';
import { squigglesAre } from './squiggles.ts';

const SAVE = 'export async function save() {}\n';

describe('findings', () => {
  const project = projects();

  it('appear when a file is opened', async () => {
    const { open } = await project({
      'a.ts': `${SAVE}export async function close() {\n  save();\n  await save();\n}\n`,
    });
    await squigglesAre(await open('a.ts'), ['save();']);
  });

  it('follow an unsaved edit', async () => {
    const { open } = await project({ 'a.ts': SAVE });
    const document = await open('a.ts');
    await append(document, 'save();\n');
    await squigglesAre(document, ['save();']);
  });

  it('follow an unsaved edit of another file', async () => {
    const { open } = await project({
      'a.ts': 'export async function load() {}\nexport ',
      'b.ts': "import { load, save } from './a';\nload();\nsave();\n",
    });
    const b = await open('b.ts');
    await squigglesAre(b, ['load();']);
    await append(await open('a.ts'), 'async function save() {}\n');
    await squigglesAre(b, ['load();', 'save();']);
  });

  it('appear in an open file when a function that it calls becomes async on the disk', async () => {
    const { open, write } = await project({
      'a.ts': 'export function save() {}\nexport async function load() {}\n',
      'b.ts': "import { load, save } from './a';\nload();\nsave();\n",
    });
    const b = await open('b.ts');
    await squigglesAre(b, ['load();']);
    await write('a.ts', 'export async function save() {}\nexport function load() {}\n');
    await squigglesAre(b, ['save();']);
  });

  it('appear in JavaScript', async () => {
    const { open } = await project({ 'a.js': `${SAVE}save();\n` });
    await squigglesAre(await open('a.js'), ['save();']);
  });

  it('appear in an untitled file', async () => {
    const document = await show(workspace.openTextDocument({ language: 'typescript', content: `${SAVE}save();\n` }));
    await squigglesAre(document, ['save();']);
  });
});
