/** One filter for all views, by the keyboard: what it leaves in each, and where a part of it does not apply. */

import assert from 'node:assert/strict';
import { PanelPage } from './panel-page.ts';

const PROGRAM = `
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
async function load(id) {
  await sleep(5);
  if (id === 3) throw new Error('no such item');
}
async function forget() {
  await sleep(5);
  throw new Error('nobody hears of it');
}
process.on('unhandledRejection', () => undefined);
await load(1);
await load(2);
load(3);
forget();
`;

describe('the filter of the panel', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.of(PROGRAM)));
  after(() => panel.close());

  const control = (name: string) => panel.page.getByLabel(name, { exact: true });
  const states = () => panel.page.getByRole('button', { name: /^Show tasks in these states/ });
  const view = (name: string) => panel.page.getByRole('tab', { name }).click();
  const findings = () => panel.page.locator('.warning');

  it('leaves the tasks in a state, chosen by the keyboard', async () => {
    await panel.page.getByRole('row', { name: /^load main\.mjs:3 3 / }).waitFor();
    await states().focus();
    await panel.page.keyboard.press('Space');
    await panel.page.getByRole('button', { name: 'rejected', exact: true }).focus();
    await panel.page.keyboard.press('Space');
    await panel.page.keyboard.press('Escape');
    assert.match(await states().innerText(), /^rejected/);
    await panel.page.getByRole('row', { name: /^load main\.mjs:3 1 / }).waitFor();
    await panel.page.getByRole('row', { name: 'module main.mjs' }).waitFor({ state: 'detached' });
  });

  it('counts only those in the graph of functions', async () => {
    await view('Graph');
    await panel.page.getByRole('button', { name: /^load, 1× .*; 1 rejected;/ }).waitFor();
  });

  it('says where it does not apply, and keeps what was chosen', async () => {
    await panel.page.getByRole('radio', { name: 'Who waits for what' }).check();
    await panel.page.getByRole('status').getByText('Who waits for what is not filtered.').waitFor();
    assert.equal(await states().isDisabled(), true);
    assert.equal(await control('Show tasks of this file').isDisabled(), true);
    assert.match(await states().innerText(), /^rejected/);
  });

  it('leaves findings in the code that is chosen, whatever their states', async () => {
    await view('Findings');
    await panel.page.getByRole('status').getByText('Findings are not filtered by state, duration or time.').waitFor();
    assert.equal(await findings().count(), 2);
    await control('Show tasks of this function').selectOption({ label: 'forget (line 7)' });
    await findings().filter({ hasText: 'load' }).waitFor({ state: 'detached' });
    await findings().filter({ hasText: 'forget' }).waitFor();
    await control('Show tasks of this function or file').fill('no such function');
    await panel.page.getByText('No finding is in the code that the filter leaves.').waitFor();
  });

  it('applies to the timeline as a whole', async () => {
    await control('Show tasks of this function or file').fill('');
    await view('Timeline');
    await panel.page.locator('.lanes[aria-busy="false"]').waitFor();
    assert.equal(await states().isDisabled(), false);
    // From the event loop down, the first task is the only one that is left of the only function.
    await panel.page.locator('.lanes').focus();
    await panel.page.keyboard.press('Shift+ArrowDown');
    await panel.page.getByRole('complementary').getByText('nobody hears of it').waitFor();
  });
});
