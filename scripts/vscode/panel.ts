// The panel in VS Code's workbench.
import type { Frame, FrameLocator, Page } from 'playwright-core';

/** The panel, in the view or in an editor: a page in a page. While VS Code gives it another, both are there. */
export const panelIn = (page: Page): FrameLocator => page.frameLocator('iframe.webview').frameLocator('#active-frame');

/** Opens a recording of the workspace, once VS Code knows that it is one. */
export async function openRecording(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Asynclens' }).first().waitFor({ state: 'attached' });
  await page.getByRole('treeitem', { name }).dblclick();
  await panelIn(page).locator('.header').waitFor();
}

/** What runs code in the panel. */
export async function panelFrame(page: Page): Promise<Frame> {
  const element = await panelIn(page).locator('body').elementHandle();
  const frame = await element?.ownerFrame();
  if (frame == null) throw new Error('The panel is not shown.');
  return frame;
}

/** Until what the panel was asked for is drawn. */
export async function settled(page: Page): Promise<void> {
  const frame = await panelFrame(page);
  await frame.evaluate<void>('new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}
