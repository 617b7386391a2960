/** From a program to its picture, in the real workbench. */

import assert from 'node:assert/strict';
import { panelFrame } from '../../scripts/vscode/panel.ts';
import { AXE, SERIOUS_ISSUES } from './axe.ts';
import { Workbench } from './workbench.ts';

const PROGRAM = `const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

async function bake(cake) {
  await sleep(1);
  return cake;
}

async function party() {
  const cakes = await Promise.all([bake('plum'), bake('apple')]);
  return cakes.length;
}

await party();
`;

const LAUNCH = {
  version: '0.2.0',
  configurations: [
    { type: 'node', request: 'launch', name: 'Party', program: '${workspaceFolder}/main.mjs', asyncTrace: true },
  ],
};

describe('in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ 'main.mjs': PROGRAM, '.vscode/launch.json': JSON.stringify(LAUNCH) });
  });
  after(() => workbench.close());

  const panel = () => workbench.panel;
  const press = (key: string) => workbench.page.keyboard.press(key);
  const tab = (name: string) => panel().getByRole('tab', { name });

  it('a program is run under trace, and its graph is drawn', async () => {
    await workbench.run('Asynclens: Trace File');
    await panel().getByRole('row', { name: /^bake/ }).waitFor();
    await tab('Graph').click();
    await panel().getByRole('button', { name: /^bake, 2× .*; main\.mjs:3;/ }).waitFor();
  });

  it('a click leads to the code', async () => {
    await tab('Table').click();
    await panel().getByRole('row', { name: /^bake/ }).locator('.place').click();
    await workbench.cursorIsAt(3, 1);
  });

  it('the keyboard alone leads from a task to the code that it waits in', async () => {
    await workbench.run('Asynclens: Focus on Tasks View');
    await panel().locator('[role="treegrid"][aria-busy="false"]').waitFor();
    await workbench.tabTo('treegrid');
    await press('Home');
    await panel().locator('#line-0.active').waitFor();
    await press('ArrowRight');
    await panel().locator('.line.task').first().waitFor();
    await press('ArrowDown');
    await panel().locator('#line-1.active').waitFor();
    await press('Space');
    await panel().locator('.story h2').waitFor();
  });

  it('a breakpoint stops on its line while the program is recorded', async () => {
    const line = workbench.page.locator('.view-line').filter({ hasText: 'return cakes.length' }).first();
    await line.click();
    await press('F9');
    await workbench.page.locator('.codicon-debug-breakpoint').first().waitFor();
    await press('F5');
    const stopped = workbench.page.locator('.debug-top-stack-frame-line').first();
    await stopped.waitFor();
    // Lenses that come meanwhile move the code.
    const isThere = async () => (await stopped.boundingBox())?.y === (await line.boundingBox())?.y;
    while (!(await isThere()));
    // What happened before is shown, although the program cannot write it while it stands still.
    await panel().getByRole('row', { name: /^party/ }).waitFor();
    await press('F5');
    await workbench.page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    await panel().locator('.header').getByText(/^4 tasks/).waitFor();
  });

  it('the panel follows the theme', async () => {
    const colour = async () =>
      (await panelFrame(workbench.page)).evaluate<string>('getComputedStyle(document.body).color');
    await panel().locator('body.vscode-dark').waitFor();
    const before = await colour();
    await workbench.run('Preferences: Toggle between Light/Dark Themes');
    await panel().locator('body.vscode-light').waitFor();
    assert.notEqual(await colour(), before);
  });

  it('axe finds no serious issue in the panel', async () => {
    const frame = await panelFrame(workbench.page);
    await frame.evaluate(AXE);
    for (const view of ['Timeline', 'Graph', 'Findings', 'Table']) {
      await tab(view).click();
      await tab(view).and(panel().locator('[aria-selected="true"]')).waitFor();
      assert.deepEqual(await frame.evaluate(SERIOUS_ISSUES), [], view);
    }
  });
});
