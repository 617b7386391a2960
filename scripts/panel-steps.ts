// What is done in the panel before a picture is taken of it.
import type { FrameLocator, Page } from 'playwright-core';

export type Step = (panel: FrameLocator, page: Page) => Promise<void>;

/** Opens a function in the table, and selects one of its tasks, counted from 0 on. */
export const select =
  (name: string, task = 0): Step =>
  async panel => {
    await panel.getByRole('row', { name }).first().dblclick();
    await panel.locator('.line.task').nth(task).click();
    await panel.locator('.story h2').waitFor();
  };

/** Shows the timeline, drawn in full. */
export const timeline: Step = async panel => {
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await panel.locator('.lanes[aria-busy="false"]').waitFor();
};

/** Points at the last time in which the event loop stood still: its lane has nothing else to point at. */
export const pointAtBlock: Step = async (panel, page) => {
  const { x, y, width } = (await panel.locator('.lanes').boundingBox())!;
  const card = panel.getByRole('tooltip').filter({ hasText: 'kept the event loop' });
  for (let part = 1; part > 0 && !(await card.isVisible()); part -= 0.02)
    await page.mouse.move(x + width * part, y + 24);
  await card.waitFor();
};

/** Shows the graph of functions, with the critical path. */
export const functions: Step = async panel => {
  await panel.getByRole('tab', { name: 'Graph' }).click();
  await panel.locator('.path li').first().waitFor();
};

/** Shows what is around the selected task. */
export const aroundTask: Step = async panel => {
  await panel.getByRole('tab', { name: 'Graph' }).click();
  await panel.getByRole('radio', { name: 'Around the selected task' }).check();
  await panel.locator('.node.selected').waitFor();
};

/** Shows who waits for what. */
export const whoWaits: Step = async panel => {
  await panel.getByRole('tab', { name: 'Graph' }).click();
  await panel.getByRole('radio', { name: 'Who waits for what' }).check();
  await panel.locator('.waiting').waitFor();
};

/** Goes to the tasks that show the first finding. */
export const findings: Step = async panel => {
  await panel.getByRole('tab', { name: 'Findings' }).click();
  await panel.locator('.warning').first().waitFor();
  await panel.locator('.warning ol .link').first().click();
  await panel.locator('.story h2').waitFor();
};
