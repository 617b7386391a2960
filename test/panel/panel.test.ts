/** What people see in the panel, and do there. */

import assert from 'node:assert/strict';
import { PanelPage } from './panel-page.ts';

const PROGRAM = `
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
async function load(id) {
  await sleep(30);
  if (id === 3) throw new Error('no such item');
  return id;
}
const traps = { async ['<img src=x onerror="hacked = \`1\`">']() { await sleep(1); } };
async function main() {
  await Promise.all([load(1), load(2)]);
  await load(3).catch(() => undefined);
  for (const trap of Object.values(traps)) await trap();
  load(3);
}
process.on('unhandledRejection', () => undefined);
await main();
const controller = new AbortController();
async function called() {
  await new Promise((_, reject) => controller.signal.addEventListener('abort', () => reject(controller.signal.reason)));
}
async function caller() {
  await sleep(1);
  controller.abort();
}
await Promise.allSettled([called(), caller()]);
`;

describe('the panel', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.of(PROGRAM)));
  after(() => panel.close());

  const view = (name: string) => panel.page.getByRole('tab', { name }).click();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => panel.page.keyboard.press(key)), Promise.resolve());

  it('lists functions and, when they are opened, their tasks, by the keyboard alone', async () => {
    await panel.page.getByRole('columnheader', { name: 'Tasks' }).getByRole('button').click();
    await panel.page.locator('[role="treegrid"][aria-busy="false"]').focus();
    await press('Home', 'ArrowRight');
    await panel.page.locator('.line.task', { hasText: 'rejected' }).first().waitFor();
    await press('ArrowDown', 'Space');
    await panel.page.getByRole('heading', { name: 'load' }).waitFor();
    const states = await panel.page.locator('.line.task').allInnerTexts();
    assert.deepEqual(states.map(text => /\w+/.exec(text)![0]), ['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    await press('Enter');
    assert.equal(await panel.opened(), 'main.mjs:3');
  });

  it('tells the story of a task, and goes from task to task and back', async () => {
    const story = panel.page.getByRole('complementary');
    await story.getByRole('button', { name: 'main', exact: true }).first().click();
    await story.getByRole('heading', { name: 'main' }).waitFor();
    await story.getByRole('listitem').filter({ hasText: '2 promises at once' }).waitFor();
    await story.getByText('hacked = `1`').waitFor();
    await press('Alt+ArrowLeft');
    await story.getByRole('heading', { name: 'load' }).waitFor();
  });

  it('tells why a task failed', async () => {
    await panel.page.locator('.line.task').filter({ hasText: 'rejected' }).first().click();
    await panel.page.getByRole('complementary').getByText('Error: no such item').waitFor();
  });

  it('shows names that are markup as text', async () => {
    await panel.page.getByRole('row', { name: '<img src=x' }).waitFor();
    assert.equal(await panel.page.locator('img').count(), 0);
    assert.equal(await panel.page.evaluate('"hacked" in window'), false);
  });

  it('shows tasks that a filter lets through', async () => {
    await panel.page.getByRole('searchbox').fill('no such function');
    await panel.page.getByText('No task matches.').waitFor();
    await panel.page.getByRole('searchbox').fill('');
    await panel.page.getByRole('row', { name: /load/ }).first().waitFor();
  });

  it('draws tasks over time', async () => {
    await view('Timeline');
    const lanes = panel.page.locator('.lanes[aria-busy="false"]');
    await lanes.waitFor();
    await panel.page.waitForFunction(HAS_SUSPENDED);
  });

  it('draws who starts and awaits whom, and tells where the time went', async () => {
    await view('Graph');
    await panel.page.getByRole('button', { name: /^load, 4× .*; main\.mjs:3; 2 rejected;/ }).waitFor();
    const path = panel.page.getByRole('region', { name: 'Critical path' });
    await path.getByText(/waiting for a timer at sleep\(30\) in load/).waitFor();
  });

  it('lists what was wrong, with its evidence', async () => {
    await view('Findings');
    await panel.page.getByText('unhandled-rejection').waitFor();
    await panel.page.getByRole('button', { name: 'main.mjs:13' }).first().click();
    assert.equal(await panel.opened(), 'main.mjs:13');
  });

  it('tells who aborted a task, and leads there', async () => {
    await view('Table');
    await panel.page.getByRole('row', { name: /^called / }).dblclick();
    await panel.page.locator('.line.task').filter({ hasText: 'new Promise' }).click();
    const story = panel.page.getByRole('complementary');
    await story.getByText('Aborted by').getByRole('button', { name: 'caller' }).click();
    await story.getByRole('heading', { name: 'caller' }).waitFor();
  });
});

/** Runs in the page: whether a line in the colour of suspension is drawn on the timeline. */
const HAS_SUSPENDED = `(() => {
  const canvas = document.querySelector('.lanes');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 255 && data[at + 3] === 255) return true;
  }
  return false;
})()`;
