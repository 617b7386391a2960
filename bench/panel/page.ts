/** The panel's page in a browser, and the thread with the recording behind it, as in VS Code. */

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Browser, Page } from 'playwright-core';
import type { FromPage, FromStore, RecordingState, ToStore } from '../../shared/panel/messages.ts';

const HTML = '<!DOCTYPE html><html lang="en"><title>Panel</title><body class="vscode-dark"><div id="app"></div>';

const EDITOR = `window.acquireVsCodeApi = () => ({
  postMessage: message => void window.tell(message), getState: () => undefined, setState: () => undefined });`;

/** Colours of VS Code's own dark theme. */
const theme = (): string => {
  const all = JSON.parse(readFileSync('test/panel/themes.json', 'utf8')) as Record<string, Record<string, string>>;
  const lines = Object.entries(all['vscode-dark']!).map(([name, value]) => `${name}: ${value};`);
  return `:root { ${lines.join(' ')} } body { background: var(--vscode-editor-background); }`;
};

export class Panel {
  readonly page: Page;
  readonly #store: Worker;
  /** Settles when the recording was read to its end. */
  readonly complete: Promise<void>;

  private constructor(page: Page, store: Worker) {
    this.page = page;
    this.#store = store;
    this.complete = new Promise((resolve, reject) => {
      store.on('message', (message: FromStore) => {
        if (message.kind === 'complete') resolve();
        if (message.kind === 'broken') reject(new Error(message.message));
      });
      store.on('error', reject);
    });
  }

  /** Begins to load a recording, and shows it. The browser is started before, and does not count. */
  static async over(file: string, state: RecordingState, browser: Browser): Promise<Panel> {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    const store = new Worker('./dist/store.js');
    const panel = new Panel(page, store);
    store.on('message', (message: FromStore) => {
      page
        .evaluate(it => (globalThis as unknown as { postMessage(it: unknown): void }).postMessage(it), message)
        .catch(() => undefined);
    });
    panel.#post({ kind: 'load', source: { kind: 'file', file, state } });
    await page.exposeFunction('tell', (message: FromPage) => {
      if (message.kind === 'question') panel.#post(message);
    });
    await page.setContent(HTML);
    await page.addStyleTag({ content: theme() + readFileSync('dist/webview.css', 'utf8') });
    await page.addScriptTag({ content: EDITOR });
    await page.addScriptTag({ path: 'dist/webview.js', type: 'module' });
    return panel;
  }

  /** The program has ended. */
  end(): void {
    this.#post({ kind: 'ended' });
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.#store.terminate();
  }

  #post(message: ToStore): void {
    this.#store.postMessage(message);
  }
}
