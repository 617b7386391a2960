/** What people see in their code of a recorded run, and the ways from there to its tasks and back. */

import assert from 'node:assert/strict';
import { Workbench } from './workbench.ts';

const PROGRAM = `
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
async function load(id) {
  await sleep(20);
  return id;
}
for (const id of [1, 2, 3]) await load(id);
`;

describe('the code beside a recording', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.of(PROGRAM);
  });
  after(() => workbench.close());

  it('has notes where it waited, and signs beside the lines', async () => {
    await workbench.showSource();
    await workbench.notesAre('some', /3× · p50 /);
    const sign = `[...document.querySelectorAll('.margin-view-overlays ~ * *, .glyph-margin-widgets *')]
      .some(it => getComputedStyle(it).backgroundImage.startsWith('url("data:image/svg'))`;
    await workbench.page.waitForFunction(sign);
  });

  it('loses the notes of a line that changes', async () => {
    await workbench.showSource();
    await workbench.notesAre('some', /3× · p50 /);
    for (const text of ['await sleep(20)', 'await load(id)']) {
      await workbench.page.locator('.view-line', { hasText: text }).click();
      await workbench.page.keyboard.press('Home');
      await workbench.page.keyboard.type('void 0; ');
    }
    await workbench.notesAre('none', /3× · p50 /);
  });

  it('leads to the tasks of a function, and they lead back to its line and column', async () => {
    await workbench.showSource();
    await workbench.page.locator('.codelens-decoration a', { hasText: '3 calls' }).click();
    const row = workbench.panel.getByRole('row', { selected: true });
    await row.filter({ hasText: 'load' }).waitFor();
    await workbench.panel.locator('.line.task').nth(2).waitFor();
    await row.getByText('main.mjs:3').click();
    await workbench.page.getByRole('button', { name: 'Ln 3, Col 1' }).waitFor();
  });
});

describe('the code beside a recording, in Restricted Mode', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.of(PROGRAM, {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    });
  });
  after(() => workbench.close());

  it('shows what was recorded, and lets nothing be run', async () => {
    const { page } = workbench;
    await page.getByRole('button', { name: /Restricted Mode/ }).first().waitFor();
    await workbench.showSource();
    await workbench.notesAre('some', /3× · p50 /);
    assert.equal(await page.getByRole('button', { name: 'Trace File' }).count(), 0);
    await page.keyboard.press('F1');
    await page.keyboard.type('Asynclens: Trace');
    await page.getByRole('option', { name: 'Asynclens: Show in Trace' }).waitFor();
    assert.deepEqual(
      await page.getByRole('option', { name: /Trace File|Trace Script|Debug with/ }).allInnerTexts(),
      [],
    );
  });
});
