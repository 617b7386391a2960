// Debugs Etherpad with its own start script in VS Code, under load, and draws what the panel shows of it, for
// docs/etherpad.md:
//   node out/scripts/etherpad-pictures.js <checkout with its dependencies>
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { freePort } from './free-port.ts';
import { obtainNode } from './node-versions.ts';
import { PICTURE_SETTINGS } from './panel-pictures.ts';
import { launchBrowser } from './vscode/chromium.ts';
import { runCommand } from './vscode/command.ts';
import { notesAre } from './vscode/notes.ts';
import { panelIn, settled } from './vscode/panel.ts';
import { startServer } from './vscode/server.ts';

const SETTINGS = {
  ...PICTURE_SETTINGS,
  'debug.openDebug': 'neverOpenDebug',
  'debug.internalConsoleOptions': 'neverOpen',
  'debug.toolBarLocation': 'docked',
  'editor.minimap.enabled': false,
};

/** Of load. */
const SECONDS = 15;

const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('Say where Etherpad is checked out, with its dependencies installed.');
const source = resolve(checkout, 'src');
const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
const address = await configure();
const browser = await launchBrowser();
const server = await startServer({ settings: SETTINGS });
const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
try {
  const file = join(source, 'node', 'hooks', 'express', 'webaccess.ts');
  await page.goto(server.address({ folder: join(folder, 'etherpad.code-workspace'), extension: resolve('.'), file }));
  await page.getByRole('tab', { name: 'Asynclens' }).first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+B');
  await debugUnderLoad(page);
  for (const draw of [droppedPromise, queueOfEdits, readsOfAnExport]) await draw(page);
} finally {
  await stopDebugging(page);
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
}

/** Starts Etherpad as people do, and lets others use it. */
async function debugUnderLoad(page: Page): Promise<void> {
  await runCommand(page, 'Asynclens: Debug with Async Trace');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Etherpad' }).waitFor();
  await page.keyboard.press('Enter');
  while (!(await isUp())) await wait(100);
  const args = [resolve('out/scripts/etherpad-load.js'), source, address, String(SECONDS)];
  const load = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(load, 'exit');
  if (code !== 0) throw new Error('The load on Etherpad failed: see above.');
}

/** What is being debugged would live on without VS Code. */
async function stopDebugging(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F5');
  while (await isUp()) await wait(100);
}

/** A promise that every request drops. */
async function droppedPromise(page: Page): Promise<void> {
  const panel = panelIn(page);
  await panel.getByRole('tab', { name: 'Findings' }).click();
  await filter(panel, 'webaccess');
  await panel.locator('.warning .place', { hasText: 'webaccess.ts:17' }).first().click();
  await shot(page, 'dropped', /dropped [\d,]+×/);
}

/** How long edits of a pad wait for each other. */
async function queueOfEdits(page: Page): Promise<void> {
  const panel = panelIn(page);
  await panel.getByRole('tab', { name: 'Table' }).click();
  await filter(panel, 'PadMessageHandler');
  await panel.getByRole('row', { name: 'Channels.enqueue' }).locator('.place').click();
  await shot(page, 'queue', /× · p50 /);
}

/** How much an export reads. */
async function readsOfAnExport(page: Page): Promise<void> {
  const panel = panelIn(page);
  await filter(panel, 'ExportEtherpad');
  await panel.getByRole('row', { name: 'exports.getPadRaw' }).dblclick();
  await panel.locator('.line.task .place').first().click();
  await filter(panel, '');
  await panel.getByRole('row', { name: 'Pad.getRevision' }).waitFor();
  await shot(page, 'export', /× · p50 /);
}

function filter(panel: FrameLocator, text: string): Promise<void> {
  return panel.getByPlaceholder('Function or file').fill(text);
}

/** Once the code says what the run tells of it. */
async function shot(page: Page, name: string, note: RegExp): Promise<void> {
  await notesAre(page, 'some', note);
  await settled(page);
  await page.screenshot({ path: `docs/images/etherpad-${name}.png` });
}

/** Settings that leave the checkout as it is, and take many messages from one machine; gives the server's address. */
async function configure(): Promise<string> {
  const port = await freePort();
  const settings = join(folder, 'settings.json');
  const unlimited = Number.MAX_SAFE_INTEGER;
  writeFileSync(
    settings,
    JSON.stringify({
      ...{ ip: '127.0.0.1', port, loglevel: 'WARN' },
      ...{ dbType: 'dirty', dbSettings: { filename: join(folder, 'pads.db') } },
      ...{
        commitRateLimiting: { duration: 1, points: unlimited },
        importExportRateLimiting: { windowMs: 1000, max: unlimited },
      },
    }),
  );
  const node = dirname(await obtainNode(24));
  const launch = {
    ...{ type: 'node', request: 'launch', name: 'Etherpad', cwd: source, console: 'internalConsole' },
    ...{ runtimeExecutable: 'npm', runtimeArgs: ['run', 'prod', '--', '--settings', settings] },
    env: { PATH: `${node}:${process.env['PATH']}` },
  };
  const workspace = { folders: [{ path: source }], launch: { version: '0.2.0', configurations: [launch] } };
  writeFileSync(join(folder, 'etherpad.code-workspace'), JSON.stringify(workspace));
  return `http://127.0.0.1:${port}`;
}

function isUp(): Promise<boolean> {
  return fetch(address).then(({ ok }) => ok, () => false);
}
