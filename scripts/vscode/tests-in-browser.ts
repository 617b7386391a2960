// Runs a tests module inside the extension host of a workbench in a headless browser.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { startServer, type WorkbenchPage } from './server.ts';

/** A page that runs tests. */
export type TestsPage = Required<Pick<WorkbenchPage, 'folder' | 'extension' | 'tests'>>;

/** How a tests module marks its own lines among all that VS Code prints. */
const MARK = '[test] ';
/** A workbench that has not begun the tests by then is loaded anew. */
const START_LIMIT_MS = 60_000;
const STARTS = 3;
const LIMIT_MS = 5 * 60_000;

/** Runs the tests of `page`, passes on what they print, and returns their exit code. */
export async function runTestsInBrowser(page: TestsPage): Promise<number> {
  const server = await startServer();
  const browser = await launchBrowser();
  const others: string[] = [];
  try {
    const tab = await browser.newPage();
    // VS Code calls these two functions in a page that runs tests.
    const begun = new Promise<true>(resolve => {
      void tab.exposeFunction('codeAutomationLog', (_kind: string, args: unknown[]) => {
        const line = args.join(' ');
        if (line.startsWith(MARK)) {
          resolve(true);
          console.log(line.slice(MARK.length));
        } else others.push(line.split('\n', 1)[0]!);
      });
    });
    const exited = new Promise<number>((resolve, reject) => {
      void tab.exposeFunction('codeAutomationExit', resolve);
      tab.on('crash', () => reject(new Error('The browser page crashed while the tests ran.')));
      void server.ended.then(() => reject(new Error("VS Code's server ended while the tests ran.")));
      setTimeout(() => reject(new Error('The tests did not end within five minutes.')), LIMIT_MS).unref();
    });
    await Promise.race([exited, begin(tab, server.address(page), begun)]);
    return await exited;
  } catch (error) {
    console.error(`VS Code said at the end:\n${others.slice(-40).join('\n')}`);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * Shows the workbench until the tests begin. A workbench in a browser sometimes loses the folders of its workspace
 * file when its server answers late, and then waits for them for ever; the second time it knows them from its cache.
 */
async function begin(tab: Page, address: string, begun: Promise<true>): Promise<void> {
  for (let start = 1; start <= STARTS; start++) {
    await tab.goto(address);
    const silent = new AbortController();
    const silence = delay(START_LIMIT_MS, false, { signal: silent.signal, ref: false }).catch(() => false);
    const hasBegun = await Promise.race([begun, silence]);
    silent.abort();
    if (hasBegun) return;
    console.error(`The tests have not begun within a minute (start ${start} of ${STARTS}).`);
  }
}
