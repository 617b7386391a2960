import { commands } from 'vscode';
import { crash } from './processes.ts';
import { append, projects } from './project.ts';
import { squigglesAre } from './squiggles.ts';

const SERVER = /dist[\\/]server\.js/;
const COMPILER = /tsc(\.exe)? --api/;
const FLOATING = 'export async function save() {}\nsave();\n';

describe('recovery', () => {
  const project = projects();

  it('of the server keeps unsaved text', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await append(document, 'void save();\nsave();\n');
    await squigglesAre(document, ['save();', 'save();']);
    crash(SERVER);
    await append(document, 'save();\n');
    await squigglesAre(document, ['save();', 'save();', 'save();']);
  });

  it('of the compiler keeps unsaved text', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await append(document, 'void save();\nsave();\n');
    await squigglesAre(document, ['save();', 'save();']);
    crash(COMPILER);
    await append(document, 'save();\n');
    await squigglesAre(document, ['save();', 'save();', 'save();']);
  });

  it('is up to the user when the server dies again and again', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await commands.executeCommand('asynclens.restartServer');
    await squigglesAre(document, ['save();']);
    for (let times = 1; times <= 4; times++) {
      crash(SERVER);
      await squigglesAre(document, []);
      await squigglesAre(document, ['save();']);
    }
    crash(SERVER);
    await squigglesAre(document, []);
    await commands.executeCommand('asynclens.restartServer');
    await squigglesAre(document, ['save();']);
  });
});
