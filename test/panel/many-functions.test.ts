/** What people see of programs with more functions than they can look at. */

import assert from 'node:assert/strict';
import { PanelPage } from './panel-page.ts';

const COUNT = 40;

/** Only the last step takes its time. */
const step = (_: unknown, at: number): string => `
async function quick${at}() {}
async function step${at}() { await ${at === COUNT - 1 ? 'sleep(20)' : `quick${at}()`}; }
await step${at}();`;

const PROGRAM = `
import { setTimeout as sleep } from 'node:timers/promises';
${Array.from({ length: COUNT }, step).join('')}`;

describe('the graph of many functions', () => {
  let panel: PanelPage;
  before(async () => {
    panel = await PanelPage.of(PROGRAM);
    await panel.page.getByRole('tab', { name: 'Graph' }).click();
  });
  after(() => panel.close());

  const nodes = () => panel.page.locator('.drawing [data-node]');
  const width = async () => (await panel.page.locator('.drawing svg').boundingBox())!.width;

  it('shows those that took longest, and all when that is wanted', async () => {
    await panel.page.getByRole('button', { name: /^step39,/ }).waitFor();
    assert.ok((await nodes().count()) < COUNT);
    await panel.page.getByRole('button', { name: 'Show all' }).click();
    await panel.page.getByText(`All ${2 * COUNT} functions.`).waitFor();
    await panel.page.getByRole('button', { name: 'Show fewer' }).click();
    await panel.page.getByRole('button', { name: 'Show all' }).waitFor();
  });

  it('is drawn larger and smaller, by keys as well', async () => {
    const before = await width();
    await panel.page.getByRole('button', { name: 'Larger' }).click();
    await panel.page.waitForFunction(
      `document.querySelector('.drawing svg').getBoundingClientRect().width > ${before}`,
    );
    await nodes().first().focus();
    await panel.page.keyboard.press('0');
    await panel.page.waitForFunction(ALL_IS_SEEN);
  });
});

/** Runs in the page: whether the drawing has nothing to be scrolled to. */
const ALL_IS_SEEN = `(() => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.querySelector('.drawing');
  return scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
})()`;
