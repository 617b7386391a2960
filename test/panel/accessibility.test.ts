/** Whether everybody can use the panel: what axe finds in each view, in the colours of each kind of theme. */

import assert from 'node:assert/strict';
import { workersAtAGate } from '../trace/workers-at-a-gate.ts';
import { AXE, SERIOUS_ISSUES } from './axe.ts';
import { PanelPage } from './panel-page.ts';
import { THEME_KINDS } from './themes.ts';

describe('the panel for everybody', () => {
  let panel: PanelPage;
  before(async () => (panel = await PanelPage.over(workersAtAGate())));
  after(() => panel.close());

  const tab = (name: string) => panel.page.getByRole('tab', { name }).click();
  const graphOf = (name: string) => panel.page.getByRole('radio', { name }).check();
  const node = (name: RegExp) => panel.page.getByRole('button', { name });

  /** Each view, with a task selected, by what shows it and waits until it is there. */
  const VIEWS: Readonly<Record<string, () => Promise<void>>> = {
    'the table': async () => {
      await panel.page.getByRole('row', { name: /^main/ }).dblclick();
      await panel.page.locator('.line.task').first().click();
      await panel.page.getByRole('heading', { name: 'main' }).waitFor();
    },
    'the timeline': async () => {
      await tab('Timeline');
      await panel.page.locator('.lanes[aria-busy="false"]').waitFor();
    },
    'the graph of functions': async () => {
      await tab('Graph');
      await node(/^main, 1×/).waitFor();
    },
    'the graph around a task': async () => {
      await graphOf('Around the selected task');
      // Its card comes up as well.
      await node(/^main \(app/).focus();
      await panel.page.getByRole('tooltip').getByText('Started by').waitFor();
    },
    'the tree of who waits for what': async () => {
      await graphOf('Who waits for what');
      await panel.page.getByText('6×').waitFor();
    },
    'the findings': async () => {
      await tab('Findings');
      await panel.page.locator('.warnings, .empty').waitFor();
    },
  };

  for (const theme of THEME_KINDS) {
    it(`has no serious issue in any view, in a theme of kind ${theme}`, async () => {
      await panel.show({ theme });
      await panel.page.addScriptTag({ content: AXE });
      const issues: string[] = [];
      for (const [view, show] of Object.entries(VIEWS)) {
        await show();
        const found = await panel.page.evaluate<string[]>(SERIOUS_ISSUES);
        issues.push(...found.map(issue => `${view}: ${issue}`));
      }
      assert.deepEqual(issues, []);
    });
  }
});
