/** Recordings as files, in the real workbench: one whose names are markup, hidden and shown again. */

import assert from 'node:assert/strict';
import { panelFrame } from '../../scripts/vscode/panel.ts';
import { Workbench } from './workbench.ts';

const MARKUP = '<img src=x onerror="hacked = true"><style>body { display: none }</style>';

/** Names that try to be more than names: of a function, in an error, in what is awaited. */
const PROGRAM = `
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const traps = {
  async [${JSON.stringify(MARKUP)}]() {
    await sleep(1, ${JSON.stringify(MARKUP)});
    throw new Error(${JSON.stringify(MARKUP)});
  },
};
process.on('unhandledRejection', () => undefined);
for (const trap of Object.values(traps)) trap();
`;

describe('a recording in the workbench', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.of(PROGRAM);
  });
  after(() => workbench.close());

  const panel = () => workbench.panel;

  it('shows names that are markup as text, in each view', async () => {
    await panel().getByRole('row', { name: '<img src=x' }).dblclick();
    await panel().locator('.line.task').first().click();
    await panel().locator('.story h2').getByText(MARKUP.slice(0, 10)).waitFor();
    await panel().locator('.story').getByText('Error: <img').first().waitFor();
    await panel().getByRole('tab', { name: 'Graph' }).click();
    await panel().getByRole('button', { name: '<img src=x' }).waitFor();
    await panel().getByRole('tab', { name: 'Timeline' }).click();
    await panel().locator('.lanes[aria-busy="false"]').waitFor();
    await panel().getByRole('tab', { name: 'Findings' }).click();
    await panel().getByText('unhandled-rejection').first().waitFor();
    assert.equal(await panel().locator('img, body style').count(), 0);
    assert.equal(await (await panelFrame(workbench.page)).evaluate('"hacked" in window'), false);
  });

  it('may load nothing from elsewhere', async () => {
    const frame = await panelFrame(workbench.page);
    const refused = await frame.evaluate<string>(REFUSED);
    assert.equal(refused, 'connect-src');
  });

  it('is as it was when its editor was hidden and is shown again', async () => {
    await workbench.showSource();
    await workbench.showRecording();
    await panel().getByRole('tab', { name: 'Findings', selected: true }).waitFor();
    await panel().locator('.story h2').getByText(MARKUP.slice(0, 10)).waitFor();
  });

  it('leads to the code again and again, and is not covered by it', async () => {
    await panel().getByRole('tab', { name: 'Table' }).click();
    await panel().locator('.line.site .place').click();
    await workbench.cursorIsAt(4, 3);
    await panel().locator('.line.task .place').click();
    await workbench.cursorIsAt(5, 5);
    await panel().locator('.line.site .place').click();
    await workbench.cursorIsAt(4, 3);
    await panel().getByRole('tab', { name: 'Findings' }).click();
    await panel().getByText('unhandled-rejection').first().waitFor();
  });
});

/** Runs in the page: which directive keeps it from asking a server. */
const REFUSED = `new Promise(resolve => {
  document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
  fetch('https://example.invalid/').catch(() => undefined);
})`;
