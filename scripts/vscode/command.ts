// Commands of VS Code's workbench, run as people run them who know what they are called.
import type { Page } from 'playwright-core';

/** Milliseconds after which a list that lacks something is opened anew. */
const A_WHILE = 5_000;

export async function runCommand(page: Page, command: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: command }).first();
  // The list holds what was possible when it was opened: an editor may have come since.
  for (;;) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${command}`);
    if (await row.waitFor({ timeout: A_WHILE }).then(() => true, () => false)) break;
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Enter');
}
