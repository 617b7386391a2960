// Pictures of the panel with recordings of the samples.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator } from 'playwright-core';
import { obtainNode } from './node-versions.ts';
import { openRecording, panelIn, settled } from './vscode/panel.ts';
import { startServer, type VSCodeServer } from './vscode/server.ts';

interface Picture {
  readonly sample: string;
  /** Below docs/images. */
  readonly image: string;
  /** Makes the panel show what the picture is about. */
  readonly show: (panel: FrameLocator) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    sample: 'semaphore',
    image: 'timeline.png',
    show: async panel => {
      await panel.getByRole('row', { name: 'Semaphore.run' }).dblclick();
      await panel.getByRole('row', { name: /fulfilled/ }).nth(3).click();
      await panel.locator('.story h2').waitFor();
      await panel.getByRole('tab', { name: 'Timeline' }).click();
      await panel.locator('.lanes[aria-busy="false"]').waitFor();
    },
  },
  {
    sample: 'sequential-vs-gather',
    image: 'graph.png',
    show: async panel => {
      await panel.getByRole('tab', { name: 'Graph' }).click();
      await panel.locator('.path li').first().waitFor();
    },
  },
  {
    sample: 'lost-rejection',
    image: 'findings.png',
    show: async panel => {
      await panel.getByRole('tab', { name: 'Findings' }).click();
      await panel.locator('.warning').first().waitFor();
      await panel.locator('.warning ol .link').first().click();
      await panel.locator('.story h2').waitFor();
    },
  },
];

const SETTINGS = { 'workbench.colorTheme': 'Dark Modern', 'window.commandCenter': false, 'git.enabled': false };

export async function drawPanel(browser: Browser): Promise<void> {
  const node = await obtainNode(24);
  const server = await startServer({ settings: SETTINGS });
  try {
    for (const picture of PICTURES) await draw(picture, browser, server, node);
  } finally {
    await server.stop();
  }
}

async function draw({ sample, image, show }: Picture, browser: Browser, server: VSCodeServer, node: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
  try {
    const file = join(folder, `${sample}.asynclens`);
    // Some samples end with an error: it is what they are about.
    spawnSync(node, [resolve('dist/cli.js'), 'trace', '--out', file, '--', node, 'main.ts'], {
      cwd: resolve('samples', sample),
    });
    const page = await browser.newPage({ viewport: { width: 1400, height: 640 } });
    // Any program lets the extension start: from then on VS Code knows what a recording is.
    const program = join(folder, 'main.ts');
    writeFileSync(program, 'export {};\n');
    await page.goto(server.address({ folder, extension: resolve('.'), file: program }));
    await openRecording(page, `${sample}.asynclens`);
    await page.keyboard.press('Control+B');
    await panelIn(page).locator('.line.site').first().waitFor();
    await show(panelIn(page));
    await settled(page);
    await page.screenshot({ path: `docs/images/${image}` });
    await page.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
