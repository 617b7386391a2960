/** The panel's page in a browser, over a recording of a program, without VS Code around it. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { obtainNode } from '../../scripts/node-versions.ts';
import type { FromPage } from '../../shared/panel/messages.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';
import { answer } from '../../store/answer.ts';
import { RecordingFile } from '../../store/recording-file.ts';
import { run, SHIM } from '../trace/record.ts';

/** Colours that can be told apart, as a theme would set them. */
const THEME = `
  :root { --vscode-foreground: #eee; --vscode-editor-background: #111; --vscode-charts-green: #0f0;
    --vscode-charts-yellow: #ff0; --vscode-charts-blue: #00f; --vscode-focusBorder: #f0f; }
  body { background: #111; }`;

/** Stands for VS Code's half of the page. */
const EDITOR = `
  const fromPage = message => window.tell(message).then(answer => answer && window.postMessage(answer));
  window.acquireVsCodeApi = () => ({ postMessage: fromPage, getState: () => undefined, setState: () => undefined });`;

export class PanelPage {
  readonly page: Page;
  /** Places that were opened, as `main.mjs:4`. */
  readonly opened: string[] = [];
  readonly #browser: Browser;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  /** Records `program`, a module, and shows the recording. */
  static async of(program: string): Promise<PanelPage> {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1200, height: 600 } });
    const panel = new PanelPage(browser, page);
    await panel.#show(await recordingOf(program));
    return panel;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #show(file: RecordingFile): Promise<void> {
    await this.page.exposeFunction('tell', (message: FromPage) => {
      if (message.kind === 'question')
        return { kind: 'answer', id: message.id, answer: answer(file.recording, message.question) };
      this.opened.push(`${message.place.file.split('/').at(-1)!}:${message.place.line + 1}`);
      return undefined;
    });
    await this.page.setContent('<!DOCTYPE html><html lang="en"><title>Panel</title><body><div id="app"></div>');
    await this.page.addStyleTag({ content: THEME + (await readFile('dist/webview.css', 'utf8')) });
    await this.page.addScriptTag({ content: EDITOR });
    await this.page.addScriptTag({ path: 'dist/webview.js', type: 'module' });
  }
}

async function recordingOf(program: string): Promise<RecordingFile> {
  const folder = await mkdtemp(join(tmpdir(), 'asynclens-'));
  try {
    const file = join(folder, 'run.asynclens');
    await writeFile(join(folder, 'main.mjs'), program);
    const env = tracedEnvironment(process.env, SHIM, { file });
    await run(await obtainNode(24), [join(folder, 'main.mjs')], env as NodeJS.ProcessEnv);
    const recording = new RecordingFile(file, 'complete', () => undefined);
    await recording.read();
    return recording;
  } finally {
    await rm(folder, { recursive: true });
  }
}
