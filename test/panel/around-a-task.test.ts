/** What people see of a task and of those around it: as a graph, over time, beside the pointer. */

import assert from 'node:assert/strict';
import { workersAtAGate } from '../trace/workers-at-a-gate.ts';
import { PanelPage } from './panel-page.ts';

describe('a task in the panel', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.over(workersAtAGate())));
  after(() => panel.close());

  const press = (key: string) => panel.page.keyboard.press(key);
  const view = (name: string) => panel.page.getByRole('tab', { name }).click();
  const graphOf = (name: string) => panel.page.getByRole('radio', { name }).check();
  const node = (name: RegExp) => panel.page.getByRole('button', { name });
  const story = () => panel.page.getByRole('complementary');

  async function selectMain(): Promise<void> {
    await view('Table');
    await panel.page.getByRole('row', { name: /^main/ }).dblclick();
    await panel.page.locator('.line.task').first().click();
    await story().getByRole('heading', { name: 'main' }).waitFor();
  }

  it('asks for a selection before it is drawn', async () => {
    await view('Graph');
    await graphOf('Around the selected task');
    await panel.page.getByText('Select a task').waitFor();
    await selectMain();
  });

  it('stands between who starts it and what it starts; those that are alike are one until they are opened', async () => {
    await view('Graph');
    await node(/^the program/).waitFor();
    await panel.page.getByRole('radio', { name: 'Around the selected task' }).focus();
    await press('Tab');
    await panel.page.locator(':focus[aria-label^="main (app.ts:1); suspended"]').waitFor();
    await press('ArrowRight');
    await panel.page.locator(':focus[aria-label^="7× work (app.ts:2); suspended; never ended"]').waitFor();
    await press('Space');
    assert.equal(await node(/^work \(app\.ts:2\); suspended/).count(), 7);
    await panel.page
      .locator('.edge.await title', { hasText: 'main waits for work: 1 time, not over after' })
      .waitFor({ state: 'attached' });
  });

  it('leads to those around it, and to its code, by the keyboard alone', async () => {
    await node(/^main \(app/).focus();
    await press('ArrowRight');
    await panel.page.locator(':focus[aria-label^="work"]').waitFor();
    await press('Enter');
    assert.equal(await panel.opened(), 'app.ts:2');
    await press('Space');
    await story().getByRole('heading', { name: 'work' }).waitFor();
    await node(/^a promise that is pending/).waitFor();
  });

  it('is told in short beside the focus, until Escape', async () => {
    await node(/^main \(app/).focus();
    const card = panel.page.getByRole('tooltip');
    await card.getByText('Started by the program').waitFor();
    await press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('is found in the tree of who waits for what', async () => {
    await graphOf('Who waits for what');
    const tree = panel.page.getByRole('region', { name: 'Who waits for what' });
    await tree.getByText('6×').waitFor();
    await tree.getByRole('button', { name: 'main' }).click();
    await story().getByRole('heading', { name: 'main' }).waitFor();
  });

  it('is reached on the timeline by the keyboard alone', async () => {
    await view('Timeline');
    await panel.page.locator('.lanes[aria-busy="false"]').focus();
    await press('Shift+ArrowDown');
    await story().getByRole('heading', { name: 'work' }).waitFor();
    await story().getByRole('status').getByText('work, suspended').waitFor({ state: 'attached' });
    await press('Shift+ArrowUp');
    await story().getByRole('heading', { name: 'main' }).waitFor();
    await press('Enter');
    assert.equal(await panel.opened(), 'app.ts:1');
  });

  it('is hatched on the timeline where the event loop stood still, with the stack beside the pointer', async () => {
    await panel.page.waitForFunction(HAS_HATCHING);
    const { x, y, width } = (await panel.page.locator('.lanes').boundingBox())!;
    // The block is from 10 to 30 ms, the window from 1 to 31 ms.
    await panel.page.mouse.move(x + width / 2, y + LOOP_LANE);
    const card = panel.page.getByRole('tooltip');
    await card.getByText('slow kept the event loop from everything else for 20 ms').waitFor();
    await card.getByRole('listitem').filter({ hasText: 'slow slow.ts:5' }).waitFor();
    await story().getByText('Blocked the event loop').waitFor();
  });

  it('lacks what could not be written, which is said where it is missing', async () => {
    const { x, y, width } = (await panel.page.locator('.lanes').boundingBox())!;
    // At the end of the recording, behind which the picture goes on a little.
    await panel.page.mouse.move(x + width / 1.04, y + LOOP_LANE);
    await panel.page.getByRole('tooltip').getByText('3 events could not be written.').waitFor();
  });

  it('is left out by a filter for another function', async () => {
    await view('Table');
    await panel.page
      .getByRole('combobox', { name: 'Show tasks of this function' })
      .selectOption({ label: 'work (line 2)' });
    await panel.page.getByRole('row', { name: /^main/ }).waitFor({ state: 'detached' });
    await panel.page.getByRole('row', { name: /^work/ }).waitFor();
    await panel.page.getByRole('combobox', { name: 'Show tasks of this file' }).selectOption({ label: 'app.ts' });
    await panel.page.getByRole('row', { name: /^main/ }).waitFor();
  });

  it('is shown again when the page comes back', async () => {
    await view('Graph');
    await graphOf('Around the selected task');
    await node(/^main \(app/).waitFor();
    await panel.show({ kept: await panel.kept() });
    await node(/^main \(app/).waitFor();
    await story().getByRole('heading', { name: 'main' }).waitFor();
    assert.equal(await panel.page.getByRole('tab', { name: 'Graph' }).getAttribute('aria-selected'), 'true');
  });
});

/** Pixels from the top of the lanes to the middle of the event loop's. */
const LOOP_LANE = 24;

/** Runs in the page: whether something red is drawn on the timeline, through which what lies below can be seen. */
const HAS_HATCHING = `(() => {
  const canvas = document.querySelector('.lanes');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 200 && data[at + 1] < 50 && data[at + 2] < 50 && data[at + 3] > 20 && data[at + 3] < 250) return true;
  }
  return false;
})()`;
