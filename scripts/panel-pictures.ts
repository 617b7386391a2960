// Pictures of the panel with recordings of the samples.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { obtainNode } from './node-versions.ts';
import { findings, functions, pointAtBlock, select, timeline, type Step } from './panel-steps.ts';
import { openRecording, panelIn, settled } from './vscode/panel.ts';
import { startServer, type VSCodeServer } from './vscode/server.ts';

export interface Picture {
  readonly sample: string;
  /** The path of the picture. */
  readonly image: string;
  /** They make the panel show what the picture is about. */
  readonly steps: readonly Step[];
}

/** Those in the documentation. */
export const PICTURES: readonly Picture[] = [
  {
    sample: 'slow-callback',
    image: 'docs/images/timeline.png',
    steps: [select('clerkWhoCounts'), timeline, pointAtBlock],
  },
  { sample: 'sequential-vs-gather', image: 'docs/images/graph.png', steps: [functions] },
  { sample: 'lost-rejection', image: 'docs/images/findings.png', steps: [findings] },
];

export const PICTURE_SETTINGS = {
  'workbench.colorTheme': 'Dark Modern',
  'window.commandCenter': false,
  'git.enabled': false,
};

export async function drawPanel(browser: Browser, pictures: readonly Picture[]): Promise<void> {
  const node = await obtainNode(24);
  const server = await startServer({ settings: PICTURE_SETTINGS });
  try {
    for (const picture of pictures) await draw(picture, browser, server, node);
  } finally {
    await server.stop();
  }
}

async function draw(
  { sample, image, steps }: Picture,
  browser: Browser,
  server: VSCodeServer,
  node: string,
): Promise<void> {
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
    for (const step of steps) await step(panelIn(page), page);
    await settled(page);
    await page.screenshot({ path: image });
    await page.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
