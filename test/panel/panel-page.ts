/** The panel's page in a browser, over a recording of a program, without VS Code around it. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { obtainNode } from '../../scripts/node-versions.ts';
import type { FromPage } from '../../shared/panel/messages.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import type { Answer } from '../../shared/panel/questions.ts';
import { answer } from '../../store/answer.ts';
import type { Recording } from '../../store/recording.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import { run, SHIM } from '../trace/record.ts';
import { cssOf, type ThemeKind } from './themes.ts';

/** How the page comes up. */
export interface Look {
  /** One of VS Code's own themes; without it, colours that are easily told apart. */
  readonly theme?: ThemeKind;
  /** What a page before it kept. */
  readonly kept?: unknown;
}

/** Stands for VS Code's half of the page. */
const editor = ({ theme, kept }: Look): string => `
  document.body.className = ${JSON.stringify(theme ?? 'vscode-dark')};
  window.kept = ${JSON.stringify(kept) ?? 'undefined'};
  const fromPage = message => window.tell(message).then(answer => answer && window.postMessage(answer));
  window.acquireVsCodeApi = () => ({
    postMessage: fromPage,
    getState: () => window.kept,
    setState: state => { window.kept = state; },
  });`;

export class PanelPage {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #recording: Recording;
  readonly #opened: string[] = [];
  #onOpened = (): void => undefined;

  private constructor(browser: Browser, page: Page, recording: Recording) {
    this.#browser = browser;
    this.page = page;
    this.#recording = recording;
  }

  /** Records `program`, a module, and shows the recording. */
  static async of(program: string): Promise<PanelPage> {
    return PanelPage.over(await recordingOf(program));
  }

  static async over(recording: Recording): Promise<PanelPage> {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1200, height: 600 } });
    const panel = new PanelPage(browser, page, recording);
    await page.exposeFunction('tell', (message: FromPage) => panel.#tell(message));
    await panel.show({});
    return panel;
  }

  /** Loads the page anew. */
  async show(look: Look): Promise<void> {
    // Leaves nothing of the page before.
    await this.page.goto('about:blank');
    await this.page.setContent('<!DOCTYPE html><html lang="en"><title>Panel</title><body><div id="app"></div>');
    await this.page.addStyleTag({ content: cssOf(look.theme) + (await readFile('dist/webview.css', 'utf8')) });
    await this.page.addScriptTag({ content: editor(look) });
    await this.page.addScriptTag({ path: 'dist/webview.js', type: 'module' });
  }

  /** What the page keeps for when it is hidden. */
  kept(): Promise<unknown> {
    return this.page.evaluate('window.kept');
  }

  /** The next place that is opened, as `main.mjs:4`. */
  async opened(): Promise<string> {
    while (this.#opened.length === 0) await new Promise<void>(resolve => (this.#onOpened = resolve));
    return this.#opened.shift()!;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #tell(message: FromPage) {
    if (message.kind === 'question')
      return { kind: 'answer', id: message.id, answer: asSent(answer(this.#recording, message.question)) };
    if (message.kind !== 'open') return undefined;
    this.#opened.push(`${message.place.file.split('/').at(-1)!}:${message.place.line + 1}`);
    this.#onOpened();
    return undefined;
  }
}

/** As VS Code sends it: columns as they are, all else as JSON. */
function asSent(told: Answer): unknown {
  if (told === undefined || Object.values(told).some(it => ArrayBuffer.isView(it))) return told;
  return JSON.parse(JSON.stringify(told));
}

async function recordingOf(program: string): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
  try {
    const file = join(folder, 'run.asynclens');
    await writeFile(join(folder, 'main.mjs'), program);
    const env = tracedEnvironment(process.env, SHIM, { file });
    await run(await obtainNode(24), [join(folder, 'main.mjs')], env as NodeJS.ProcessEnv);
    const read = new RecordingFile(file, 'found', () => undefined);
    await read.read();
    return read.recording;
  } finally {
    await rm(folder, { recursive: true });
  }
}
