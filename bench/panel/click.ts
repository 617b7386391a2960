/** From a click on a place in the panel to the editor that shows it, in VS Code's workbench. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { obtainNode } from '../../scripts/node-versions.ts';
import { openRecording, panelFrame, panelIn } from '../../scripts/vscode/panel.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { tracedEnvironment } from '../../shared/trace/environment.ts';

const PROGRAM = `async function first() {
  await null;
}
async function second() {
  await null;
}
await first();
await second();
`;
/** Where they begin, as the status bar says it. */
const FUNCTIONS = [
  ['first', 'Ln 1, Col 1'],
  ['second', 'Ln 4, Col 1'],
] as const;
const ROUNDS = 30;

/** Notes in the panel when it was clicked, in milliseconds since 1970. */
const WATCH_CLICKS = `addEventListener('click', () => { window.clickedAt = Date.now(); }, true)`;

/** Notes in the workbench when the status bar says another place of the cursor. */
const WATCH_CURSOR = `
  new MutationObserver(() => {
    const place = document.getElementById('status.editor.selection')?.textContent.trim();
    if (place !== window.cursor?.place) window.cursor = { place, at: Date.now() };
  }).observe(document.body, { subtree: true, childList: true, characterData: true });`;

/**
 * Milliseconds from each click to the cursor's place, both as the pages saw them: finding what is to be clicked takes
 * Playwright longer than all that follows. `folder` has to be empty.
 */
export async function clicks(browser: Browser, folder: string): Promise<number[]> {
  const main = join(folder, 'main.mjs');
  writeFileSync(main, PROGRAM);
  const env = tracedEnvironment(process.env, resolve('dist/shim.cjs'), { file: join(folder, 'run.asynclens') });
  await once(spawn(await obtainNode(24), [main], { env: env as NodeJS.ProcessEnv, stdio: 'ignore' }), 'close');
  const server = await startServer({ settings: { 'git.enabled': false, 'workbench.editor.enablePreview': false } });
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.goto(server.address({ folder, extension: resolve('.'), file: main }));
    await openRecording(page, 'run.asynclens');
    await panelIn(page).locator('.line.site').first().waitFor();
    const panel = await panelFrame(page);
    await panel.evaluate(WATCH_CLICKS);
    await page.evaluate(WATCH_CURSOR);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [name, cursor] = FUNCTIONS[round % 2]!;
      await panelIn(page).getByRole('row', { name: new RegExp(`^${name}`) }).locator('.place').click();
      await page.getByRole('button', { name: cursor, exact: true }).waitFor();
      times.push(
        (await page.evaluate<number>('window.cursor.at')) - (await panel.evaluate<number>('window.clickedAt')),
      );
    }
    await page.close();
    // The first opens an editor beside the panel.
    return times.slice(1);
  } finally {
    await server.stop();
  }
}
