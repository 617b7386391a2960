/** VS Code's workbench in a browser, with a recorded program open. */

import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { obtainNode } from '../../scripts/node-versions.ts';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { startServer, type VSCodeServer } from '../../scripts/vscode/server.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { run, SHIM } from '../trace/record.ts';

const SOURCE = 'main.mjs';
const RECORDING = 'run.asynclens';

export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: VSCodeServer;
  readonly #folder: string;

  private constructor(page: Page, browser: Browser, server: VSCodeServer, folder: string) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
    this.#folder = folder;
  }

  /** Records `program`, a module, and opens the recording, with the program beside it. */
  static async of(program: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Workbench> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-')));
    const source = join(folder, SOURCE);
    await writeFile(join(folder, 'package.json'), '{ "scripts": { "start": "node main.mjs" } }');
    await writeFile(source, program);
    const env = tracedEnvironment(process.env, SHIM, { file: join(folder, RECORDING) });
    await run(await obtainNode(24), [source], env as NodeJS.ProcessEnv);
    const server = await startServer({ settings: { 'git.enabled': false, ...settings } });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const workbench = new Workbench(page, browser, server, folder);
    await page.goto(server.address({ folder, extension: resolve('.'), file: source }));
    await workbench.#openRecording();
    return workbench;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#folder, { recursive: true });
  }

  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe');
  }

  /** Shows the program in front. */
  async showSource(): Promise<void> {
    await this.page.getByRole('tab', { name: SOURCE }).click();
    await this.page.locator('.view-line').first().waitFor();
  }

  /** Waits until the editor shows a text behind some line, or none that fits. */
  async notesAre(wanted: 'some' | 'none', pattern: RegExp): Promise<void> {
    const notes = `[...document.querySelectorAll('.view-line span')].map(it => getComputedStyle(it, '::after').content)`;
    const fits = `${notes}.some(it => ${String(pattern)}.test(it))`;
    await this.page.waitForFunction(wanted === 'some' ? fits : `!${fits}`);
  }

  /** Opens the recording, once VS Code knows that it is one. */
  async #openRecording(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Asynclens' }).first().waitFor({ state: 'attached' });
    await this.page.getByRole('treeitem', { name: RECORDING }).dblclick();
    await this.panel.locator('.line.site').first().waitFor();
  }
}
