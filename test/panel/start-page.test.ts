/** What the panel says before anything was recorded. */

import { Workbench } from './workbench.ts';

const PROGRAM = `async function bake() {
  await null;
}
await bake();
`;

describe('the panel before the first run', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      'main.mjs': PROGRAM,
      'package.json': '{ "scripts": { "bake": "node main.mjs" } }',
    });
    await workbench.run('Asynclens: Focus on Tasks View');
  });
  after(() => workbench.close());

  const link = (name: string) => workbench.panel.getByRole('link', { name });

  it('says how to begin', async () => {
    await workbench.panel.getByRole('heading', { name: 'Nothing is recorded yet' }).waitFor();
    for (const name of ['Trace the file in the editor', 'Debug with async trace…', 'Attach to a recording process…'])
      await link(name).waitFor();
  });

  it('lets people choose a recording', async () => {
    await link('Open a recording…').click();
    await workbench.page.locator('.quick-input-widget').getByText('Open a Recording').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('leads to a run of an npm script', async () => {
    await link('Trace an npm script…').click();
    await workbench.page.locator('.quick-input-list').getByText('node main.mjs').click();
    await workbench.panel.getByRole('row', { name: /^bake/ }).waitFor();
  });
});
