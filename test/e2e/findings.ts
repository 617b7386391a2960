import { workspace } from 'vscode';
import { append, projects, show } from './project.ts';
import { squigglesAre } from './squiggles.ts';

const SAVE = 'export async function save() {}\n';

describe('findings', () => {
  const project = projects();

  it('appear when a file is opened', async () => {
    const { open } = await project({ 'a.ts': `${SAVE}export async function close() {\n  save();\n  await save();\n}\n` });
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
      'a.ts': 'export function save() {}\n',
      'b.ts': "import { save } from './a';\nsave();\n",
    });
    const b = await open('b.ts');
    await squigglesAre(b, []);
    const a = await open('a.ts');
    await append(a, 'export async function load() {}\n');
    await show(workspace.openTextDocument(b.uri));
    await append(b, "import { load } from './a';\nload();\n");
    await squigglesAre(b, ['load();']);
  });

  it('appear in an open file when a function that it calls becomes async on the disk', async () => {
    const { open, write } = await project({
      'a.ts': 'export function save() {}\n',
      'b.ts': "import { save } from './a';\nsave();\n",
    });
    const b = await open('b.ts');
    await squigglesAre(b, []);
    await write('a.ts', SAVE);
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
