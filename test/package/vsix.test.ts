// The extension as users get it: packaged, installed, and run with nothing of the source tree.
import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/chromium.ts';
import { startServer, type VSCodeServer } from '../../scripts/vscode/server.ts';

describe('the VSIX', () => {
  let folder: string;
  let browser: Browser;
  let server: VSCodeServer | undefined;
  const vsix = (): string => join(folder, 'asynclens.vsix');

  before(async function () {
    this.timeout(300_000);
    folder = await realpath(await mkdtemp(join(tmpdir(), 'asynclens-vsix-')));
    await writeFile(join(folder, 'a.ts'), 'export async function save() {}\nsave();\n');
    await promisify(execFile)(process.execPath, ['out/scripts/package.js', vsix()]);
    browser = await launchBrowser();
  });

  afterEach(() => server?.stop());

  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it('shows a squiggle', async () => {
    const page = await open();
    await page.locator('.squiggly-error').waitFor();
  });

  it('says in the status bar what it found', async () => {
    const page = await open();
    await page.locator('.squiggly-error').waitFor();
    await page.locator('[id="status.languageStatus"]').hover();
    await page.locator('.hover-language-status', { hasText: 'Asynclens: 1 finding' }).waitFor();
    await page.locator('.hover-language-status', { hasText: /server \d+ MB · compiler \d+ MB/ }).waitFor();
  });

  it('lints in Restricted Mode too', async () => {
    const page = await open({
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    });
    await page.getByText('Restricted Mode', { exact: true }).first().waitFor();
    await page.locator('.squiggly-error').waitFor();
  });

  /** Shows the file in a workbench that has no other extension of ours than the installed one. */
  async function open(settings: Readonly<Record<string, unknown>> = {}): Promise<Page> {
    server = await startServer({ settings, vsix: vsix() });
    const page = await browser.newPage();
    await page.goto(server.address({ folder, file: join(folder, 'a.ts') }));
    return page;
  }
});
