/** VS Code's workbench in a browser, with the extension, over a folder of its own; driven by mouse and keyboard. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { obtainNode } from '../../scripts/node-versions.ts';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { runCommand } from '../../scripts/vscode/command.ts';
import { notesAre } from '../../scripts/vscode/notes.ts';
import { openRecording, panelFrame, panelIn } from '../../scripts/vscode/panel.ts';
import { startServer, type VSCodeServer } from '../../scripts/vscode/server.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { run, SHIM } from '../trace/record.ts';

const SOURCE = 'main.mjs';
const RECORDING = 'run.asynclens';

/** Milliseconds: more than any step takes on a slow machine that has other things to do. */
const PATIENCE = 90_000;

/** More stops than the panel has. */
const MOST_TABS = 50;

const SETTINGS = {
  'workbench.colorTheme': 'Dark Modern',
  'debug.openDebug': 'neverOpen',
  'debug.internalConsoleOptions': 'neverOpen',
  'git.enabled': false,
};

type Settings = Readonly<Record<string, unknown>>;

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

  /** Opens a folder with these files, and shows the first of them. */
  static async open(files: Readonly<Record<string, string>>, settings: Settings = {}): Promise<Workbench> {
    const folder = await folderWith(files);
    return Workbench.#over(folder, join(folder, Object.keys(files)[0]!), settings);
  }

  /** Records `program`, a module, and opens the recording, with the program beside it. */
  static async of(program: string, settings: Settings = {}): Promise<Workbench> {
    const folder = await folderWith({
      [SOURCE]: program,
      'package.json': '{ "scripts": { "start": "node main.mjs" } }',
    });
    const env = tracedEnvironment(process.env, SHIM, { file: join(folder, RECORDING) });
    await run(await obtainNode(24), [join(folder, SOURCE)], env as NodeJS.ProcessEnv);
    const workbench = await Workbench.#over(folder, join(folder, SOURCE), settings);
    await openRecording(workbench.page, RECORDING);
    await workbench.panel.locator('.line.site').first().waitFor();
    return workbench;
  }

  static async #over(folder: string, file: string, settings: Settings): Promise<Workbench> {
    const [server, browser] = await Promise.all([
      startServer({ settings: { ...SETTINGS, ...settings } }),
      launchBrowser(),
    ]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(server.address({ folder, extension: resolve('.'), file }));
    // The extension has started.
    await page.getByRole('tab', { name: 'Asynclens' }).first().waitFor({ state: 'attached' });
    return new Workbench(page, browser, server, folder);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#folder, { recursive: true });
  }

  get panel(): FrameLocator {
    return panelIn(this.page);
  }

  run(command: string): Promise<void> {
    return runCommand(this.page, command);
  }

  /** Goes on with the Tab key, within the panel that has the focus, to the first element of a role. */
  async tabTo(role: string): Promise<void> {
    const frame = await panelFrame(this.page);
    // Not by `waitForFunction`, whose later looks the page's content security policy forbids.
    await frame.evaluate(`document.hasFocus() || new Promise(done => addEventListener('focus', done, { once: true }))`);
    for (let step = 0; step < MOST_TABS; step++) {
      await this.page.keyboard.press('Tab');
      if ((await frame.evaluate<string | null>('document.activeElement.getAttribute("role")')) === role) return;
    }
    throw new Error(`No ${role} is reached by the Tab key.`);
  }

  /** Shows the program in front. */
  async showSource(): Promise<void> {
    await this.page.getByRole('tab', { name: SOURCE }).click();
    await this.page.locator('.view-line').first().waitFor();
  }

  /** Shows the recording in front. */
  async showRecording(): Promise<void> {
    await this.page.getByRole('tab', { name: RECORDING }).click();
    await this.panel.locator('.header').waitFor();
  }

  /** Waits until the cursor of the active editor is there; counted from 1 on, as the status bar does. */
  async cursorIsAt(line: number, column: number): Promise<void> {
    await this.page.getByRole('button', { name: `Ln ${line}, Col ${column}`, exact: true }).waitFor();
  }

  /** Waits until the editor shows a text behind some line, or none that fits. */
  notesAre(wanted: 'some' | 'none', pattern: RegExp): Promise<void> {
    return notesAre(this.page, wanted, pattern);
  }
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-')));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
