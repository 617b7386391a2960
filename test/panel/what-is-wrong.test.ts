/** Where people are led to when something is wrong. */

import assert from 'node:assert/strict';
import { PanelPage } from './panel-page.ts';

const HANGING = `
import { EventEmitter, once } from 'node:events';
const door = new EventEmitter();
async function close() {
  door.emit('closed');
  await once(door, 'closed');
}
await close();
`;

describe('a recording with something wrong in it', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.of(HANGING)));
  after(() => panel.close());

  it('says so above each view, counts it, and leads there', async () => {
    await panel.page.getByRole('tab', { name: 'Findings 1', exact: true }).waitFor();
    await panel.page.getByText(/^close awaits once\(door, 'closed'\) for ever/).waitFor();
    await panel.page.getByRole('button', { name: 'Show the finding' }).click();
    await panel.page.getByRole('listitem').filter({ hasText: 'suspended-at-exit' }).waitFor();
    assert.equal(await panel.page.getByRole('button', { name: 'Show the finding' }).count(), 0);
  });

  it('says what to do about an event that came too early', () =>
    panel.page.getByText(/^The event never came, .* Listen first/).waitFor());

  it('says of what never ended since when it waits, wherever it is shown', async () => {
    const never = /^Never ended: waiting since [\d.]+\sms; it ran from/;
    await panel.page.getByRole('listitem').getByText(/since [\d.]+\sms \(never ended\)/).first().waitFor();
    await panel.page.getByRole('tab', { name: 'Table' }).click();
    await panel.page.getByRole('row', { name: /^close main\.mjs:4 1 1 .* never ended$/ }).click();
    await panel.page.locator('[role="treegrid"]').press('ArrowRight');
    await panel.page
      .getByRole('row', { name: /suspended once\(door, 'closed'\) .* waiting since .* never ended$/ })
      .click();
    const story = panel.page.getByRole('complementary');
    await story.getByText(never).waitFor();
    await story.getByText(/suspended\sfor ever$/).waitFor();
    await story.getByRole('listitem').getByText(/waiting since [\d.]+\sms \(never ended\)/).first().waitFor();
  });

  it('tells the exit code', () => panel.page.getByText(/^2 tasks in .*, exit code 13$/).waitFor());

  it('tells of a bad end', () =>
    panel.page
      .getByRole('alert')
      .getByText(/main\.mjs .* ended with exit code 13/)
      .waitFor());
});

const FORGETFUL = `
process.on('unhandledRejection', () => undefined);
const ledger = { async save(price) { if (price === undefined) throw new Error('no price'); } };
function sell(price) {
  ledger.save(price);
}
sell(1);
sell(undefined);
await null;
`;

describe('a mistake that shows in several ways', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.of(FORGETFUL)));
  after(() => panel.close());

  it('is one finding: the worst of what the run warns of, with the others below', async () => {
    await panel.page.getByRole('tab', { name: 'Findings 1', exact: true }).click();
    const finding = panel.page.locator('.warning');
    await finding.getByText('unhandled-rejection').waitFor();
    await finding.getByText(/^Also: Nobody awaits save/).waitFor();
    assert.equal(await finding.count(), 1);
  });
});

describe('a program that failed before it did anything', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.of('let = ;(')));
  after(() => panel.close());

  it('is not called fine', async () => {
    await panel.page
      .getByRole('alert')
      .getByText(/main\.mjs .* failed with exit code 1: SyntaxError: .*\. Its output says where\./)
      .waitFor();
    await panel.page.getByRole('tab', { name: 'Findings' }).click();
    await panel.page.getByText('Nothing was found besides how the program ended: see above.').waitFor();
  });
});
