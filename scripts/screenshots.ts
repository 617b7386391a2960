// `npm run screenshots`: pictures of the samples in VS Code's workbench, for the README.
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './vscode/chromium.ts';
import { startServer } from './vscode/server.ts';

const SETTINGS = {
  'workbench.colorTheme': 'Dark Modern',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'git.enabled': false,
};

mkdirSync('docs/images', { recursive: true });
const server = await startServer({ settings: SETTINGS });
const browser = await launchBrowser();
try {
  await drawIcon(browser);
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const file = resolve('samples/forgotten-await/main.ts');
  await page.goto(server.address({ folder: resolve('samples'), extension: resolve('.'), file }));
  await showFixes(page);
  await page.screenshot({ path: 'docs/images/fixes.png' });
} finally {
  await browser.close();
  await server.stop();
}

/** The finding in the editor and in the Problems panel, and the menu of its fixes. */
async function showFixes(page: Page): Promise<void> {
  const squiggle = page.locator('.squiggly-error').first();
  await squiggle.waitFor();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
  await page.locator('.view-line', { hasText: 'ledger.save(order);' }).first().click();
  await page.keyboard.press('Home');
  await page.locator('.lightBulbWidget').waitFor();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

/** The extension's icon, for which the marketplace takes no SVG. */
async function drawIcon(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${readFileSync('docs/images/icon.svg', 'utf8')}</body>`);
  await page.screenshot({ path: 'docs/images/icon.png', omitBackground: true });
  await page.close();
}
