// A picture of the code beside a recording: what it says of itself, and what it is warned of.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { obtainNode } from './node-versions.ts';
import { openRecording } from './vscode/panel.ts';
import { PICTURE_SETTINGS } from './panel-pictures.ts';
import { startServer } from './vscode/server.ts';

const SAMPLE = 'sequential-vs-gather';

/** Hovers cover nothing of what stands above. */
const SETTINGS = { ...PICTURE_SETTINGS, 'editor.hover.above': false, 'editor.minimap.enabled': false };

/** Runs in the page: hovers fade in. */
const IS_SHOWN_IN_FULL = `[...document.querySelectorAll('.monaco-hover')].every(it => it.getAnimations({ subtree: true }).length === 0)`;

export async function drawRecordedCode(browser: Browser): Promise<void> {
  const server = await startServer({ settings: SETTINGS });
  const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
  try {
    cpSync(resolve('samples', SAMPLE), folder, { recursive: true });
    const compilerOptions = {
      target: 'es2022',
      module: 'nodenext',
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const node = await obtainNode(24);
    const out = join(folder, 'run.asynclens');
    spawnSync(node, [resolve('dist/cli.js'), 'trace', '--out', out, '--', node, 'main.ts'], { cwd: folder });
    const page = await browser.newPage({ viewport: { width: 1180, height: 760 } });
    await page.goto(server.address({ folder, extension: resolve('.'), file: join(folder, 'main.ts') }));
    await openRecording(page, 'run.asynclens');
    await page.keyboard.press('Control+B');
    await page.getByRole('tab', { name: 'main.ts' }).click();
    await page.locator('.codelens-decoration').first().waitFor();
    await page.locator('.squiggly-info').first().waitFor();
    await page.locator('.statusbar .codicon-loading').first().waitFor({ state: 'hidden' });
    await page.locator('.view-line', { hasText: 'pages.push' }).getByText('await').hover();
    await page.locator('.monaco-hover', { hasText: 'Show in Trace' }).first().waitFor();
    await page.waitForFunction(IS_SHOWN_IN_FULL);
    await page.screenshot({ path: 'docs/images/recorded-code.png' });
    await page.close();
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
