// `npm run screenshots`: pictures of the samples in VS Code's workbench, for the README and the documentation; with
// `-- fixes graph`, as their files are called, only these.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { drawRecordedCode } from './code-pictures.ts';
import { drawPanel, PICTURES } from './panel-pictures.ts';
import { launchBrowser } from './vscode/chromium.ts';
import { runCommand } from './vscode/command.ts';
import { startServer, type VSCodeServer } from './vscode/server.ts';

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

/** Pixels in which a line of the view of blocking paths is shown to its end. */
const SIDE_BAR_WIDTH = 500;

/** A small service whose settings are read from the disk for every request. */
const SERVICE = {
  'asynclens.json': '{ "preset": "strict" }',
  'package.json': '{ "type": "module" }',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ target: 'es2022', module: 'nodenext', strict: true, noEmit: true, allowImportingTsExtensions: true },
      ...{ typeRoots: [resolve('node_modules/@types')], types: ['node'] },
    },
  }),
  'settings.ts': `import { readFileSync } from 'node:fs';

const readText = (name: string) => readFileSync(\`config/\${name}.json\`, 'utf8');

export class Settings {
  readonly name: string;
  readonly #defaults = JSON.parse(readText('defaults')) as { price: number };

  constructor(name: string) {
    this.name = name;
  }

  get price(): number {
    const own = JSON.parse(readText(this.name)) as { price?: number };
    return own.price ?? this.#defaults.price;
  }
}
`,
  'orders.ts': `import { Settings } from './settings.ts';

export async function order(customer: string, items: readonly string[]): Promise<number> {
  const settings = new Settings(customer);
  const prices = items.map(item => item.length * settings.price);
  return prices.reduce((sum, price) => sum + price, 0);
}
`,
};

type Draw = (browser: Browser, server: VSCodeServer) => Promise<void>;

/** By the name of the file. */
const DRAWINGS: Readonly<Record<string, Draw>> = {
  'icon': drawIcon,
  'fixes': drawFixes,
  'blocking-paths': drawBlockingPaths,
  ...Object.fromEntries(
    PICTURES.map(it => [basename(it.image, '.png'), (browser: Browser) => drawPanel(browser, [it])]),
  ),
  'recorded-code': drawRecordedCode,
};

const only = process.argv.slice(2);
const unknown = only.filter(name => !(name in DRAWINGS));
if (unknown.length > 0)
  throw new Error(`There is no picture ${unknown.join(', ')}: say ${Object.keys(DRAWINGS).join(', ')}.`);
mkdirSync('docs/images', { recursive: true });
const server = await startServer({ settings: SETTINGS });
const browser = await launchBrowser();
try {
  for (const [name, draw] of Object.entries(DRAWINGS))
    if (only.length === 0 || only.includes(name)) await draw(browser, server);
} finally {
  await browser.close();
  await server.stop();
}

async function drawFixes(browser: Browser, server: VSCodeServer): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const file = resolve('samples/forgotten-await/main.ts');
  await page.goto(server.address({ folder: resolve('samples'), extension: resolve('.'), file }));
  await showFixes(page);
  await page.screenshot({ path: 'docs/images/fixes.png' });
  await page.close();
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

/** What blocks in an async function, through a constructor and a getter in another file. */
async function drawBlockingPaths(browser: Browser, server: VSCodeServer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orders-'));
  for (const [name, text] of Object.entries(SERVICE)) writeFileSync(join(folder, name), text);
  const page = await browser.newPage({ viewport: { width: 1480, height: 480 } });
  await page.goto(server.address({ folder, extension: resolve('.'), file: join(folder, 'orders.ts') }));
  await page.locator('.squiggly-error').first().waitFor();
  await page.locator('.view-line', { hasText: 'const settings' }).click();
  await runCommand(page, 'Asynclens: Show What Blocks Here');
  const rows = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
  for (const below of [2, 3, 4]) {
    await rows.nth(below).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
  }
  await page.locator('.tree-explorer-viewlet-tree-view').getByText('readFileSync', { exact: true }).waitFor();
  await widenSideBar(page);
  await page.screenshot({ path: 'docs/images/blocking-paths.png' });
  await page.close();
  rmSync(folder, { recursive: true });
}

/** As people do who want to read to the end of its lines. */
async function widenSideBar(page: Page): Promise<void> {
  const { x, y, width } = (await page.locator('.part.sidebar').boundingBox())!;
  await page.mouse.move(x + width, y + 200);
  await page.mouse.down();
  await page.mouse.move(x + SIDE_BAR_WIDTH, y + 200, { steps: 5 });
  await page.mouse.up();
  // The edge is marked as long as the mouse is on it.
  await page.mouse.move(x + SIDE_BAR_WIDTH + 200, y + 300);
}

/** The extension's icon, for which the marketplace takes no SVG. */
async function drawIcon(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${readFileSync('docs/images/icon.svg', 'utf8')}</body>`);
  await page.screenshot({ path: 'docs/images/icon.png', omitBackground: true });
  await page.close();
}
